import { Scope } from '../../platform/scope.ts';
import type { Account, FormValues, Provider, Secrets, SignInContext } from '../provider.ts';
import { SignInError } from '../provider.ts';
import { parseAddress, type Address } from './address.ts';
import { signInError } from './errors.ts';
import { bareOf } from './jmi/jid.ts';
import { readSettings, type XmppSettings } from './settings.ts';
import { connect, isSecure } from './stream/index.ts';

/**
 * Signs in with `jid`, `password` and, where the server does not tell it, `websocket`: opens a stream once, to see that
 * it works, and closes it.
 *
 * The password is what is kept, sealed like every secret. Keys derived from it (RFC 5802) would not do: a server may
 * salt anew for each sign-in, and then only the password answers. Deriving them takes the browser milliseconds.
 *
 * With `previous`, and the same person: the same account id, resource and choices.
 * @throws SignInError
 */
export const signIn: Provider['signIn'] = async (values, context) => {
  const { address, password, websocket } = readForm(values);
  const jid = await tryOut(address, password, websocket, context);
  const { previous, platform } = context;
  const present = previous?.protocol === 'xmpp' && previous.address === jid ? readSettings(previous) : null;
  const settings: XmppSettings = {
    strangers: false,
    forceTURN: false,
    remembered: null,
    archived: null,
    resource: `call-assist-${platform.id().slice(0, 8)}`,
    ...present,
    websocket,
  };
  const account: Account = {
    id: present && previous ? previous.id : platform.id(),
    protocol: 'xmpp',
    address: jid,
    settings: { ...settings },
  };
  const secrets: Secrets = { password };
  return { account, secrets };
};

interface Login {
  readonly address: Address;
  readonly password: string;
  readonly websocket: string | null;
}

/** @throws SignInError `needed`, `bad_address`, `server_not_secure` */
export function readForm(values: FormValues): Login {
  const jid = values['jid']?.trim() ?? '';
  if (jid === '') throw new SignInError('needed', 'jid');
  const address = parseAddress(jid);
  if (!address) throw new SignInError('bad_address', 'jid');
  const password = values['password'] ?? '';
  if (password === '') throw new SignInError('needed', 'password');
  const websocket = values['websocket']?.trim() ?? '';
  if (websocket === '') return { address, password, websocket: null };
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(websocket) ? websocket : `wss://${websocket}`;
  // A browser may take a space in a host name, as %20.
  const sound = URL.canParse(url) && /^wss?:$/.test(new URL(url).protocol) && !new URL(url).hostname.includes('%');
  if (!sound) throw new SignInError('bad_address', 'websocket');
  if (!isSecure(url)) throw new SignInError('server_not_secure', 'websocket');
  return { address, password, websocket: url };
}

/** @returns the bare JID as the server writes it */
async function tryOut(
  { jid, local }: Address,
  password: string,
  websocket: string | null,
  { platform, signal }: SignInContext,
): Promise<string> {
  const scope = new Scope(() => {});
  try {
    const options = {
      jid,
      websocket,
      // Of its own: the account may be in use on this device, and keeps its resource.
      resource: `call-assist-${platform.id()}`,
      credentials: { username: local, password },
      platform,
      scope,
      session: null,
      cache: new Map(),
    };
    const nobody = { received: () => {}, acknowledged: () => {}, alive: () => {}, ended: () => {} };
    const { connection, jid: own } = await connect(options, nobody, signal);
    connection.close();
    return bareOf(own);
  } catch (error) {
    throw signInError(error, navigator.onLine);
  } finally {
    await scope.close();
  }
}
