import { xmppContract } from '../contract/xmpp.test.ts';
import { aiortcPython } from './support/aiortc.ts';
import { house } from './support/house.ts';

/** What every provider must do, here XMPP against the house's own server and a strict peer, with accounts of its own. */
xmppContract(async () => {
  const { stack } = await house();
  const { websocket, tcp, caFile } = stack.endpoints.xmpp;
  const people = stack.xmppPair(['contractkiosk', 'contractpeer']);
  return { websocket, port: Number(tcp.split(':')[1]), caFile, python: aiortcPython(), people };
});
