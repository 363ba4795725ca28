import { parseXml, serializeXml } from '../../../../../../../src/runtime/providers/xmpp/jingle/dom.ts';
import { readJingle } from '../../../../../../../src/runtime/providers/xmpp/jingle/read.ts';
import {
  type JingleSession,
  type Step,
  newSession,
} from '../../../../../../../src/runtime/providers/xmpp/jingle/session.ts';
import {
  localAnswer,
  localCandidates,
  localOffer,
} from '../../../../../../../src/runtime/providers/xmpp/jingle/session-local.ts';
import { receive } from '../../../../../../../src/runtime/providers/xmpp/jingle/session-receive.ts';
import type { Jingle, Role } from '../../../../../../../src/runtime/providers/xmpp/jingle/types.ts';
import { writeJingle } from '../../../../../../../src/runtime/providers/xmpp/jingle/write.ts';

export const start = (role: Role) => ({ sid: 'a', role, initiator: 'ann@a/phone', responder: 'bob@b/kiosk' });

/** A real connection with its Jingle session; what it sends crosses to the other one as XML. */
export class Side {
  readonly pc: RTCPeerConnection;
  session: JingleSession;
  /** What was sent, as read by the other side. */
  readonly sent: Jingle[] = [];
  readonly xml: string[] = [];
  other: Side | null = null;
  /** What the peer's own software makes of a message. */
  change: (xml: string) => string = (xml) => xml;
  #chain: Promise<void> = Promise.resolve();
  #early: RTCIceCandidate[] = [];

  constructor(role: Role, configuration: RTCConfiguration = {}) {
    this.pc = new RTCPeerConnection(configuration);
    this.session = newSession(start(role));
    this.pc.addEventListener('icecandidate', ({ candidate }) => candidate && this.#trickle(candidate));
  }

  offer(): Promise<void> {
    return this.run(async () => {
      await this.pc.setLocalDescription(await this.pc.createOffer());
      await this.apply(localOffer(this.session, this.pc.localDescription!.sdp));
    });
  }

  run(task: () => Promise<void>): Promise<void> {
    return (this.#chain = this.#chain.then(task));
  }

  async apply(step: Step): Promise<void> {
    this.session = step.session;
    for (const jingle of step.send) this.send(jingle);
    if (step.description) {
      await this.pc.setRemoteDescription(step.description);
      if (step.description.type === 'offer') {
        for (const transceiver of this.pc.getTransceivers()) {
          if (transceiver.direction !== 'stopped') transceiver.direction = 'sendrecv';
        }
        await this.pc.setLocalDescription(await this.pc.createAnswer());
        await this.apply(localAnswer(this.session, this.pc.localDescription!.sdp));
      }
    }
    for (const candidate of step.candidates) await this.pc.addIceCandidate(candidate);
    const early = this.#early.splice(0);
    for (const candidate of early) this.#trickle(candidate);
  }

  send(jingle: Jingle): void {
    const xml = this.change(serializeXml(writeJingle(jingle)));
    this.xml.push(xml);
    const read = readJingle(parseXml(xml));
    this.sent.push(read);
    void this.other?.run(() => this.other!.apply(receive(this.other!.session, read)));
  }

  /** How often each action was sent. */
  get actions(): string[] {
    return this.sent.map(({ action }) => action).filter((action) => action !== 'transport-info');
  }

  #trickle(candidate: RTCIceCandidate): void {
    // The browser finds candidates before the step that announces their credentials has been taken.
    const known = this.session.sections.some(({ ours }) => {
      return ours?.transport.credentials.ufrag === candidate.usernameFragment;
    });
    if (!known) {
      this.#early.push(candidate);
      return;
    }
    const jingle = localCandidates(this.session, [candidate.toJSON()]);
    if (jingle) this.send(jingle);
  }
}

export function pair(configuration: RTCConfiguration = {}): [Side, Side] {
  const sides: [Side, Side] = [new Side('initiator', configuration), new Side('responder')];
  [sides[0].other, sides[1].other] = [sides[1], sides[0]];
  return sides;
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 8_000; performance.now() < end;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not within 8 s');
}

/** Whether sound and (unless they are not wanted) pictures arrive and are decoded; and more than there were before. */
export async function flows(pc: RTCPeerConnection, kinds: readonly string[], before = new Map<string, number>()) {
  const counts = new Map<string, number>();
  (await pc.getStats()).forEach((entry: Record<string, unknown>) => {
    if (entry['type'] !== 'inbound-rtp') return;
    const count = Number(entry['kind'] === 'video' ? entry['framesDecoded'] : entry['packetsReceived']) || 0;
    counts.set(String(entry['kind']), (counts.get(String(entry['kind'])) ?? 0) + count);
  });
  return { counts, all: kinds.every((kind) => (counts.get(kind) ?? 0) > (before.get(kind) ?? 0)) };
}
