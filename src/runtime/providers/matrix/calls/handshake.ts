import type { Peer } from '../../../call/call.ts';
import type { OutgoingMedia } from '../../provider.ts';
import { type Content, type Identity, LIFETIME, TYPES, description } from './contents.ts';
import type { AnswerDraft } from './draft.ts';
import type { Link } from './link.ts';

/** `media` is asked when it is used: tracks come and go while a message is made. */
interface Sending {
  readonly link: Link;
  media(): OutgoingMedia;
  /** The message is on its way: from now on the peer may know of us. */
  announcing(): void;
}

/** Makes our offer and sends it. Resolves when the server has taken it. `invitee` keeps it a call for one. */
export async function sendInvite(
  { link, media, announcing }: Sending,
  peer: Peer,
  configuration: RTCConfiguration,
): Promise<void> {
  const { tracks, kinds } = media();
  await link.open(configuration, tracks).offerNew(kinds.video);
  if (link.closed) return;
  const more = { lifetime: LIFETIME, invitee: peer.address };
  const announced = link.announce(TYPES.invite, 'offer', more, media().tracks);
  announcing();
  await announced;
}

/** Takes their answer. @throws where it is none, or the browser refuses it */
export async function takeAnswer(link: Link, content: Content, from: Identity): Promise<void> {
  const answer = description(content['answer'], ['answer', 'pranswer']);
  if (!answer || !link.connection) throw new Error('not an answer');
  link.choose(from, content);
  await link.connection.accept({ ...answer, type: 'answer' });
}

/** Tells their other devices whose answer it was. */
export async function sendSelection(link: Link, { partyId }: Identity): Promise<void> {
  if (partyId !== null) await link.send(TYPES.selectAnswer, { selected_party_id: partyId });
}

/** Sends the answer; before, makes it, if it was not prepared. Resolves when the server has taken it. */
export async function sendAnswer(
  { link, media, announcing }: Sending,
  draft: AnswerDraft,
  note: (error: unknown) => void,
): Promise<void> {
  await draft.insist(media);
  if (link.closed) return;
  // A camera that is not there yet comes by setTracks; the answer does not wait for it.
  link.setTracks(media().tracks).catch(note);
  const announced = link.announce(TYPES.answer, 'answer', {}, media().tracks);
  link.letIn();
  announcing();
  await announced;
}
