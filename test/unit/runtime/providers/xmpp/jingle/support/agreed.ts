import { parseXml } from '../../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { readJingle } from '../../../../../../../src/runtime/providers/xmpp/jingle/read.ts';
import {
  type JingleSession,
  type Step,
  newSession,
} from '../../../../../../../src/runtime/providers/xmpp/jingle/session.ts';
import { localAnswer, localOffer } from '../../../../../../../src/runtime/providers/xmpp/jingle/session-local.ts';
import { receive } from '../../../../../../../src/runtime/providers/xmpp/jingle/session-receive.ts';
import type { Role } from '../../../../../../../src/runtime/providers/xmpp/jingle/types.ts';
import { FINGERPRINT, PWD, audio, fingerprint, jingle } from './shapes.ts';
import { start } from './side.ts';

export interface Line {
  readonly mid: string;
  readonly kind?: 'audio' | 'video';
  readonly direction?: string;
  readonly rejected?: boolean;
}
/** A description as a browser writes it, as short as it can be. */
export function sdp(lines: readonly Line[], ufrag = 'ours', setup = 'actpass', bundle = true): string {
  const head = ['v=0', ...(bundle ? [`a=group:BUNDLE ${lines.map(({ mid }) => mid).join(' ')}`] : [])];
  const sections = lines.flatMap(({ mid, kind = 'audio', direction = 'sendrecv', rejected = false }) => {
    const [type, codec] = kind === 'audio' ? [111, 'opus/48000/2'] : [96, 'VP8/90000'];
    return [
      `m=${kind} ${rejected ? 0 : 9} UDP/TLS/RTP/SAVPF ${type}`,
      `a=mid:${mid}`,
      `a=${direction}`,
      `a=rtpmap:${type} ${codec}`,
      `a=ice-ufrag:${ufrag}`,
      `a=ice-pwd:${PWD}`,
      `a=fingerprint:sha-256 ${FINGERPRINT}`,
      `a=setup:${setup}`,
      'a=rtcp-mux',
    ];
  });
  return [...head, ...sections, ''].join('\r\n');
}

export const take = (session: JingleSession, xml: string): Step => receive(session, readJingle(parseXml(xml)));
const passive = audio('0').replaceAll(fingerprint(), fingerprint('passive'));

/** A session with sound that both sides have agreed on; its content is named 0. */
export function agreed(role: Role): JingleSession {
  if (role === 'initiator') {
    const { session } = localOffer(newSession(start(role)), sdp([{ mid: '0' }]));
    return take(session, jingle('session-accept', passive)).session;
  }
  const { session } = take(newSession(start(role)), jingle('session-initiate', audio('0')));
  return localAnswer(session, sdp([{ mid: '0' }], 'ours', 'active')).session;
}
