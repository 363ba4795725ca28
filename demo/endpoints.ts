import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { homeAssistantUrl } from './home-assistant/configuration.ts';
import type { User } from './home-assistant/seed.ts';
import type { Person } from './matrix/people.ts';
import { endpointsFile } from './paths.ts';
import type { XmppPerson } from './xmpp/people.ts';

/** How other programs find a running stack. Parts that do not exist are null. */
export interface Endpoints {
  readonly homeAssistant: {
    readonly url: string;
    readonly admin: User;
    readonly kiosk: User;
    readonly dashboardPath: string;
  };
  readonly go2rtc: { readonly url: string };
  readonly cameras: readonly string[];
  readonly mediaPlayers: readonly string[];
  readonly matrix: {
    readonly baseUrl: string;
    readonly serverName: string;
    readonly registrationSharedSecret: string;
    readonly kiosk: Person;
    readonly people: readonly Person[];
  };
  readonly xmpp: {
    readonly websocket: string;
    /** Host and port of streams over TCP; also takes SASL without TLS. */
    readonly tcp: string;
    /** Of the CA that vouches for the server's STARTTLS. */
    readonly caFile: string;
    readonly domain: string;
    readonly kiosk: XmppAccount;
    readonly people: readonly XmppAccount[];
  };
  readonly turn: { readonly host: string; readonly port: number; readonly secret: string };
  /** MatrixRTC's media server, with what tokens for it are signed with, and the service that gives them. */
  readonly livekit: {
    readonly url: string;
    readonly key: string;
    readonly secret: string;
    readonly tokenService: string;
  } | null;
  readonly kiosk: { readonly cdp: string; readonly station: string } | null;
}

/** A bare JID with its password. */
export type XmppAccount = Pick<XmppPerson, 'jid' | 'password'>;

/** Writes the file in one go: who sees it, sees all of it. */
export function publishEndpoints(endpoints: Endpoints): void {
  mkdirSync(dirname(endpointsFile), { recursive: true });
  const draft = `${endpointsFile}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, endpointsFile);
}

/** Removes the file, unless it speaks of a stack on other ports. It says that a stack runs, so it goes first. */
export function withdrawEndpoints(): void {
  if (!existsSync(endpointsFile)) return;
  let url: string | undefined;
  try {
    url = (JSON.parse(readFileSync(endpointsFile, 'utf8')) as Endpoints).homeAssistant.url;
  } catch {
    // Damaged: it helps nobody.
  }
  if (url === undefined || url === homeAssistantUrl) rmSync(endpointsFile, { force: true });
}
