import type { Millis } from '../../call/call.ts';
import type { Platform } from '../../platform/platform.ts';
import { element } from './jingle/element.ts';
import { type Wire, WireError } from './wire.ts';

const NS_CLIENT = 'jabber:client';
/** XEP-0359. */
const NS_STANZA_IDS = 'urn:xmpp:sid:0';
/** XEP-0334. */
const NS_HINTS = 'urn:xmpp:hints';
/** As long as a message may be, in UTF-16 units. */
const LONGEST = 1_000;
/** From when it was written until the server has it. */
const WITHIN: Millis = 15_000;

export interface MessageContext {
  readonly wire: Pick<Wire, 'send' | 'online'>;
  readonly platform: Pick<Platform, 'clock' | 'id'>;
}

/**
 * Writes to somebody: one chat message of plain text. Resolves when the server has it. While there is no stream nothing is
 * sent, then or later: who reads that it failed may have written it twice otherwise.
 * @param to bare JID
 * @throws RangeError where the text is empty or too long; WireError
 */
export async function sendMessage({ wire, platform }: MessageContext, to: string, text: string): Promise<void> {
  if (text.trim() === '' || text.length > LONGEST) throw new RangeError(`text: 1 to ${LONGEST} characters are needed`);
  if (!wire.online.value) throw new WireError('lost');
  const id = platform.id();
  const stanza = element(NS_CLIENT, 'message', { type: 'chat', to, id }, [
    element(NS_CLIENT, 'body', {}, [text]),
    element(NS_STANZA_IDS, 'origin-id', { id }),
    element(NS_HINTS, 'store'),
  ]);
  const { promise, reject } = Promise.withResolvers<never>();
  const cancel = platform.clock.after(WITHIN, () => reject(new WireError('timeout')));
  try {
    await Promise.race([wire.send(stanza), promise]);
  } finally {
    cancel();
  }
}
