import type { Platform } from '../../../platform/platform.ts';
import type { XmlElement } from '../jingle/element.ts';
import { JingleError } from '../jingle/errors.ts';
import { readJingle } from '../jingle/read.ts';
import { sessionError, stanzaError } from '../jingle/reasons.ts';
import { receive } from '../jingle/session-receive.ts';
import { type Step, newSession } from '../jingle/session.ts';
import type { Jingle } from '../jingle/types.ts';
import { attribute } from '../jingle/values.ts';
import { mayRing } from '../jmi/initiate.ts';
import { bareOf } from '../jmi/jid.ts';
import type { Caller, InitiateRefusal } from '../jmi/state.ts';
import { type Iq, StanzaRefusal } from '../wire.ts';
import type { Post } from './post.ts';
import type { Registry } from './registry.ts';
import { harmless } from './stanzas.ts';

export interface RequestsOptions {
  readonly own: string;
  readonly registry: Registry;
  readonly post: Post;
  readonly platform: Platform;
  callerOf(jid: string): Caller;
}

/** Answers the actions of others (XEP-0166): what is refused says so, what is taken has its effect. */
export class Requests {
  readonly #options: RequestsOptions;

  constructor(options: RequestsOptions) {
    this.#options = options;
  }

  /** @throws StanzaRefusal */
  answer({ from, payload }: Iq): null | Promise<null> {
    const { registry, callerOf } = this.#options;
    const sid = attribute(payload, 'sid');
    const ours = sid !== null && registry.session(sid)?.remote === from;
    const caller = callerOf(bareOf(from));
    // Who may not ring learns no more than from an account without anybody.
    if (!ours && !mayRing(caller, registry.policy)) throw new StanzaRefusal(sessionError('unavailable'));
    const jingle = this.#read(payload, ours);
    if (jingle.action === 'session-initiate') return this.#initiated(jingle, from, caller);
    const call = registry.call(jingle.sid);
    if (!ours || !call) throw new StanzaRefusal(sessionError('unknown-session'));
    if (jingle.action === 'session-terminate') {
      registry.tell({ type: 'terminated', id: jingle.sid, from, reason: jingle.reason });
      return null;
    }
    return call.request(jingle).then(() => null);
  }

  #read(payload: XmlElement, ours: boolean): Jingle {
    try {
      return readJingle(payload);
    } catch (error) {
      const [action, sid] = [attribute(payload, 'action'), attribute(payload, 'sid') ?? ''];
      const phase = ours ? this.#options.registry.session(sid)?.phase : null;
      const begins = phase === 'proceeded' ? 'session-initiate' : phase === 'live' ? 'session-accept' : null;
      return this.#refuse(error, action !== null && action === begins ? sid : null);
    }
  }

  /** @param broken the session that there can't be without what is refused */
  #refuse(error: unknown, broken: string | null): never {
    if (!(error instanceof JingleError)) throw error;
    this.#log('an action was refused', error);
    if (broken !== null) this.#options.registry.call(broken)?.broken(error);
    throw new StanzaRefusal(stanzaError(error.problem));
  }

  #initiated(jingle: Jingle, from: string, caller: Caller): null {
    const { own, registry } = this.#options;
    const { sid } = jingle;
    const expected = registry.session(sid);
    let offered: Step;
    try {
      offered = receive(newSession({ sid, role: 'responder', initiator: from, responder: own }), jingle);
    } catch (error) {
      return this.#refuse(error, expected?.remote === from && expected.phase === 'proceeded' ? sid : null);
    }
    const named = offered.session.sections.map((section) => section.media);
    const media = (['audio', 'video'] as const).filter((one) => named.includes(one));
    const arrival = { offered, receipt: null };
    const effects = registry.tell({ type: 'initiate', id: sid, from, media, caller }, arrival);
    const refusal = effects.find((effect) => effect.type === 'refuse');
    if (refusal) this.#tellRefusal(refusal.why, sid, from);
    return null;
  }

  #tellRefusal(why: InitiateRefusal, id: string, to: string): void {
    switch (why) {
      case 'unavailable':
      case 'unknown-session':
        throw new StanzaRefusal(sessionError(why));
      case 'out-of-order':
        throw new StanzaRefusal(stanzaError('out-of-order'));
      case 'other-media':
        // Taken first, as XEP-0166 wants it, then ended.
        this.#options.platform.clock.after(0, () => {
          const ended = this.#options.post.terminate({ id, to, reason: 'security-error' });
          ended.catch((error: unknown) => this.#log('the peer could not be told of the end', error));
        });
        return;
      default:
        why satisfies never;
    }
  }

  #log(message: string, error: unknown): void {
    this.#options.platform.log.log('warn', message, harmless(error));
  }
}
