import { contract } from './contract.ts';
import { type XmppEndpoints, XmppHarness } from './xmpp-harness.ts';

/** The provider contract against XMPP on a real server, with the strict peer. The end-to-end run calls it. */
export function xmppContract(endpoints: () => Promise<XmppEndpoints>): void {
  contract('XMPP', async () => XmppHarness.start(await endpoints()));
}
