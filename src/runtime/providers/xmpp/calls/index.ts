import type { Millis } from '../../../call/call.ts';
import type { XmlElement } from '../jingle/element.ts';
import { NS_JINGLE } from '../jingle/namespaces.ts';
import { Post } from './post.ts';
import { Registry } from './registry.ts';
import { Requests } from './requests.ts';
import { harmless } from './stanzas.ts';
import type { CallsContext, XmppCalls } from './types.ts';

export type { CallsContext, XmppCalls } from './types.ts';

/** How long closing waits for what is on its way. */
const LAST_WORDS: Millis = 3_000;

/** Calls by XEP-0353 and Jingle of a signed-in account. */
export function createCalls(context: CallsContext): XmppCalls {
  const { wire, io, scope } = context;
  const log = io.platform.log.child('xmpp calls');
  const { clock } = io.platform;
  const platform = { clock, log, id: () => io.platform.id(), random: () => io.platform.random() };
  const post = new Post(wire, clock);
  const registry = new Registry({
    context,
    platform,
    post,
    invited: (call, event) => io.invited(call, event),
    emit: (event) => io.emit(event),
  });
  const requests = new Requests({
    own: wire.own,
    registry,
    post,
    platform,
    callerOf: (jid) => context.callerOf(jid),
  });
  const hear = (stanza: XmlElement): void => {
    try {
      registry.hear(stanza);
    } catch (error) {
      log.log('warn', 'a message was ignored', harmless(error));
    }
  };
  const stops = [
    wire.onMessage(hear),
    wire.onIq({ type: 'set', ns: NS_JINGLE, name: 'jingle' }, (iq) => requests.answer(iq)),
  ];

  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    for (const stop of stops) stop();
    await registry.close();
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = clock.after(LAST_WORDS, resolve);
    await Promise.race([post.idle(), promise]);
    cancel();
    post.close();
  };
  const calls: XmppCalls = {
    dial: (callId, peer, media) => registry.dial(callId, peer, media),
    abandon: (goodbye) => registry.abandon(goodbye),
    pageClosing: () => registry.pageClosing(),
    archive: (envelopes, now) => registry.archive(envelopes, now),
    get live() {
      return registry.live;
    },
    close: () => (closing ??= close()),
  };
  scope.add(() => calls.close());
  return calls;
}
