import type { Station } from './storage/storage.ts';

/** What a kiosk has before anybody has set it up. */
export const DEFAULT_STATION: Station = {
  slug: 'kitchen',
  name: 'Kitchen',
  camera: 'this_device',
  microphone: null,
  deviceCamera: null,
  speaker: null,
  dialAnyone: false,
  scriptAnswers: true,
  scriptAnswersWithCamera: false,
  scriptHangsUp: true,
  scriptUnmutes: false,
  scriptTurnsCameraOn: false,
  linkDials: false,
  display: 'this_device',
  displayStarts: false,
  displaySound: 'display',
  displayLevel: 1,
  displayAnnounces: 'no',
  displayServer: '',
};
