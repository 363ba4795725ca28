import type { PersonView, Snapshot } from '../../runtime/api.ts';
import type { CardConfig } from '../config.ts';
import type { HideNames } from '../overlay/hiding.ts';

/** As much of a contact as a card shows. */
export type Person = Omit<PersonView, 'ringtone' | 'autoAnswer' | 'blocked' | 'ownName' | 'alias'>;

/** As much of a snapshot as a card shows. */
export interface Seen extends Pick<
  Snapshot,
  | 'notes'
  | 'accounts'
  | 'requests'
  | 'calls'
  | 'history'
  | 'missed'
  | 'quiet'
  | 'quietUntil'
  | 'problems'
  | 'soundBlocked'
  | 'station'
> {
  readonly contacts: readonly Person[];
}

/** What the parts of a card's views are made from. */
export interface Shown {
  readonly snapshot: Seen;
  readonly config: CardConfig;
  /** Whether it may say who calls or called. */
  readonly hide: HideNames;
  /** The station's camera, as people named it. */
  readonly cameraName: string;
  /** What somebody typed into the search. */
  readonly text: string;
  /** Why something did not work; empty: nothing to say. */
  readonly said: string;
  /** How many people a list draws at once; it grows as somebody scrolls. */
  readonly limit: number;
  readonly now: number;
}

const SAMPLE_NAMES = ['Anna Berger', 'Ben', 'Grandma'];

/** For preview and picker: three people, no work. */
export function sample(station: string): Seen {
  return {
    accounts: [],
    contacts: SAMPLE_NAMES.map((name, at) => ({
      id: `sample-${at}`,
      accountId: '',
      address: `sample-${at}`,
      name,
      avatar: null,
      presence: at === 1 ? 'in_call' : 'reachable',
      callable: { audio: true, video: true },
      encrypted: true,
      favourite: true,
      throughQuiet: false,
      writable: false,
    })),
    requests: [],
    calls: [],
    history: [],
    missed: 0,
    quiet: false,
    quietUntil: null,
    problems: [],
    soundBlocked: false,
    station: {
      slug: 'sample',
      name: station,
      camera: 'this_device',
      microphone: null,
      deviceCamera: null,
      speaker: null,
      dialAnyone: false,
      linkDials: false,
      scriptAnswers: true,
      scriptAnswersWithCamera: false,
      scriptHangsUp: true,
      scriptUnmutes: false,
      scriptTurnsCameraOn: false,
      display: 'this_device',
      displayStarts: false,
      displaySound: 'display',
      displayLevel: 1,
      displayAnnounces: 'no',
      displayServer: '',
    },
  };
}
