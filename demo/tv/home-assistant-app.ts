import type { Page } from 'playwright-core';
import { openConnection, rest } from '../home-assistant/api.ts';
import { type AppHost, type CastApp, type CastCommand, MEDIA } from './cast-device.ts';
import { receiverOrigin } from './https.ts';
import type { Receiver, Wanted } from './receiver.ts';
import type { Screen } from './screen.ts';

/** The id of Home Assistant's own receiver app. */
export const HOME_ASSISTANT_APP = 'A078F6B0';
const NAMESPACE = 'urn:x-cast:com.nabucasa.hast';

/** The errors that the receiver knows. */
const ERROR = { authenticationFailed: 2, noHttps: 5, notConnected: 21, fetchConfigFailed: 22 } as const;

/** How the TV is to connect to Home Assistant, as Home Assistant said it. */
interface Credentials {
  readonly hassUrl: string;
  readonly hassUUID: string;
  readonly clientId: string | null;
  readonly refreshToken: string;
}

interface ShowView {
  /** The path of a view, or its index. */
  readonly viewPath: string | number;
  readonly urlPath?: string | null;
}

interface Dashboard {
  readonly title?: string;
  readonly views: readonly { readonly path?: string; readonly title?: string }[];
}

/**
 * Home Assistant's receiver app: connects with the credentials that it is sent, and shows the view that it is told.
 * Who sends only a view, because the app runs and is connected, means the credentials of before.
 */
export class HomeAssistantApp implements CastApp {
  readonly name = 'Home Assistant Lovelace';
  readonly namespaces = [NAMESPACE, MEDIA];
  readonly started: Promise<unknown>;
  readonly #host: AppHost;
  readonly #screen: Screen;
  #credentials: Credentials | undefined;
  #wanted: Wanted | undefined;
  /** Of what runs in every new document of the page. */
  #script: (() => Promise<unknown>) | undefined;
  #turn: Promise<unknown>;
  #isClosed = false;

  constructor(host: AppHost, screen: Screen) {
    this.#host = host;
    this.#screen = screen;
    // A receiver that cannot be loaded says so when it is asked to show something.
    this.started = screen.open(() => host.quit()).catch(() => {});
    this.#turn = this.started;
  }

  receive(namespace: string, command: CastCommand, reply: (answer: object) => void): void {
    if (namespace === MEDIA) {
      if (command.type === 'GET_STATUS') return reply({ type: 'MEDIA_STATUS', status: [] });
      return reply({ type: 'INVALID_REQUEST', reason: 'INVALID_COMMAND' });
    }
    if (namespace !== NAMESPACE) return;
    switch (command.type) {
      case 'connect':
        return this.#next(() => this.#connect(command as unknown as Credentials));
      case 'show_lovelace_view':
        return this.#next(() => this.#show(command as unknown as ShowView));
      case 'get_status':
        return this.#next(async () => this.#tellStatus());
    }
  }

  close(): Promise<void> {
    this.#isClosed = true;
    // Another app may have the page.
    this.#script?.().catch(() => {});
    return this.#screen.close();
  }

  async #connect(credentials: Credentials): Promise<void> {
    if (!credentials.hassUrl.startsWith('https://')) return this.#tellError(ERROR.noHttps, 'not over https');
    try {
      await accessToken(credentials);
    } catch (error) {
      return this.#tellError(ERROR.authenticationFailed, (error as Error).message);
    }
    if (credentials.refreshToken !== this.#credentials?.refreshToken) this.#wanted = undefined;
    this.#credentials = credentials;
    this.#tellStatus();
  }

  async #show({ viewPath, urlPath = null }: ShowView): Promise<void> {
    const credentials = this.#credentials;
    if (!credentials) return this.#tellError(ERROR.notConnected, 'not connected');
    const path = String(viewPath);
    // What is shown already stays as it is.
    if (path === this.#wanted?.viewPath && urlPath === this.#wanted.urlPath) return this.#tellStatus();
    let found: { index: number; title: string };
    try {
      found = findView(await fetchDashboard(credentials, urlPath), path, urlPath);
    } catch (error) {
      return this.#tellError(ERROR.fetchConfigFailed, (error as Error).message);
    }
    const wanted = { viewPath: path, urlPath, title: found.title };
    const address = `/${urlPath ?? 'lovelace'}/${found.index}`;
    if (this.#isClosed) return; // the screen is another app's
    const page = await this.#screen.open(() => this.#host.quit());
    const isConnected = this.#wanted !== undefined;
    await this.#prepare(page, credentials, wanted);
    if (this.#isClosed) return;
    if (!isConnected || !(await showOther(page, address, wanted)))
      await page.goto(receiverOrigin + address, { waitUntil: 'commit' });
    this.#wanted = wanted;
    this.#tellStatus();
  }

  /** For the next time that the page is loaded, by us or by itself. */
  async #prepare(page: Page, { hassUrl, clientId, refreshToken }: Credentials, wanted: Wanted): Promise<void> {
    const session = await page.context().newCDPSession(page);
    // No access token yet: the receiver fetches one.
    const none = { access_token: '', expires: 0, expires_in: 0 };
    const receiver: Receiver = {
      credentials: { hassUrl: hassUrl.replace(/\/$/, ''), clientId, refresh_token: refreshToken, ...none },
      wanted,
    };
    const source = `if (location.origin === '${receiverOrigin}') window.receiver = ${JSON.stringify(receiver)};`;
    await session.send('Page.enable');
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source });
    await this.#script?.().catch(() => {});
    this.#script = () => session.detach(); // which takes its script along
  }

  #tellStatus(): void {
    const { hassUrl, hassUUID } = this.#credentials ?? {};
    this.#host.tell(NAMESPACE, {
      type: 'receiver_status',
      connected: this.#credentials !== undefined,
      showDemo: false,
      hassUrl,
      hassUUID,
      lovelacePath: this.#wanted?.viewPath ?? null,
      urlPath: this.#wanted?.urlPath ?? null,
    });
  }

  #tellError(code: number, message: string): void {
    this.#host.tell(NAMESPACE, { type: 'receiver_error', error_code: code, error_message: message });
  }

  /** One after the other, as they came. A browser that is closed meanwhile shows nothing, and needs no message. */
  #next(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch(() => {});
  }
}

/** @returns false if the page is not there yet, or again */
const showOther = (page: Page, address: string, wanted: Wanted): Promise<boolean> =>
  page
    .evaluate(
      ([to, other]) => {
        window.showView?.(to, other);
        return window.showView !== undefined;
      },
      [address, wanted] as const,
    )
    .catch(() => false);

/** The receiver's rule: a view is meant whose path this is, or else whose index the text begins with. @throws if there is none */
function findView(
  { title, views }: Dashboard,
  viewPath: string,
  urlPath: string | null,
): { index: number; title: string } {
  const wanted = Number.parseInt(viewPath, 10);
  const index = views.findIndex(({ path }, each) => path === viewPath || each === wanted);
  const view = views[index];
  if (!view) throw new Error('Unable to find that view');
  const names = [title ?? urlPath ?? '', view.title ?? view.path ?? ''];
  return { index, title: names.filter((name) => name !== '').join(': ') };
}

async function fetchDashboard(credentials: Credentials, urlPath: string | null): Promise<Dashboard> {
  const connection = await openConnection(await accessToken(credentials));
  try {
    return await connection.call<Dashboard>('lovelace/config', { url_path: urlPath, force: false });
  } finally {
    connection.close();
  }
}

async function accessToken({ refreshToken, clientId }: Credentials): Promise<string> {
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken, ...(clientId && { client_id: clientId }) };
  const grant = (await rest('/auth/token', { body: new URLSearchParams(form) })) as { access_token: string };
  return grant.access_token;
}
