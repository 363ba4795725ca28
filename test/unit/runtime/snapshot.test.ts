import { expect } from '@open-wc/testing';
import type { CallView } from '../../../src/runtime/api.ts';
import type { RemoteParticipant } from '../../../src/runtime/providers/provider.ts';
import { makeSnapshot, type SnapshotParts } from '../../../src/runtime/snapshot.ts';
import { callView } from '../card/support/fake-call-assist.ts';

const track = {} as MediaStreamTrack;

function person(some: Partial<RemoteParticipant> = {}): RemoteParticipant {
  return { id: 'anna', audio: track, video: track, screen: null, audioMuted: false, videoMuted: false, ...some };
}

/** What a snapshot says of a call whose other side is these people. */
function viewOf(...participants: readonly RemoteParticipant[]): CallView {
  const parts = {
    device: { contacts: [] },
    accounts: [],
    contacts: [],
    requests: [],
    problems: [],
    home: { notes: [], view: () => undefined },
    state: { calls: [callView('active')], policy: { autoAnswerGrace: 0 }, pendingAnswer: null },
    station: () => 'kitchen',
    display: () => undefined,
    session: () => ({ remote: { participants }, camera: { state: 'off' }, microphone: {}, security: null }),
  } as unknown as SnapshotParts;
  return makeSnapshot(parts).calls[0]!;
}

const keys = ['remoteAudioMuted', 'remoteVideo', 'remoteOnHold', 'remoteUnreadable'] as const;
const said = (view: CallView): readonly string[] => keys.filter((key) => view[key]);

describe('what a snapshot says of the other side', () => {
  const table: [string, readonly RemoteParticipant[], readonly string[]][] = [
    ['nobody yet', [], []],
    ['one with sound and picture', [person()], ['remoteVideo']],
    ['one without', [person({ audioMuted: true, videoMuted: true })], ['remoteAudioMuted']],
    ['one who lets it rest', [person({ onHold: true })], ['remoteVideo', 'remoteOnHold']],
    ['one whose key is missing', [person({ video: null, unreadable: true })], ['remoteUnreadable']],
    ['one of two with a picture', [person({ videoMuted: true }), person()], ['remoteVideo']],
    ['one of two muted', [person({ audioMuted: true, video: null }), person({ video: null })], []],
    ['one of two whose key is missing', [person({ video: null, unreadable: true }), person({ video: null })], []],
    [
      'two who are muted',
      [person({ audioMuted: true, video: null }), person({ audioMuted: true, video: null })],
      ['remoteAudioMuted'],
    ],
  ];
  for (const [name, people, wanted] of table) {
    it(`${name}: ${wanted.join(', ') || 'nothing'}`, () => expect(said(viewOf(...people))).to.deep.equal(wanted));
  }
});
