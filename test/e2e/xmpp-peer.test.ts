import { ports } from '../../demo/ports.ts';
import { xmppPeerCases } from '../peers/xmpp-peer-cases.ts';
import { aiortcPython } from './support/aiortc.ts';
import { house } from './support/house.ts';

xmppPeerCases(async () => {
  const { stack } = await house();
  const people = stack.xmppPair(['ann', 'ben']);
  return { python: aiortcPython(), port: ports.xmppC2s, caFile: stack.endpoints.xmpp.caFile, people };
}, 6);
