import { record } from '../../calls/contents.ts';
import { readServiceUrl } from './service-url.ts';

/** An SFU as a homeserver or a member names it: the service that gives out tokens for it. */
export interface Transport {
  /** `https:` or `http:`, without a slash at the end. */
  readonly serviceUrl: string;
}

const MAX_TRANSPORTS = 8;

/** The usable entries of a list of transports (MSC4143), in their order. Anything may be given. */
export function readTransports(given: unknown): readonly Transport[] {
  if (!Array.isArray(given)) return [];
  return given.slice(0, MAX_TRANSPORTS).flatMap((item: unknown): Transport[] => {
    const { type, livekit_service_url: url } = record(item) ?? {};
    const serviceUrl = type === 'livekit' ? readServiceUrl(url) : null;
    return serviceUrl === null ? [] : [{ serviceUrl }];
  });
}

/** Where a transport may be named, each asked only when those before it named none. `null`: nothing is known there. */
export interface TransportSources {
  /** `GET …/org.matrix.msc4143/rtc/transports` of the homeserver; null where it knows no such endpoint. */
  endpoint(): Promise<unknown>;
  /** `GET https://server/.well-known/matrix/client`. */
  wellKnown(): Promise<unknown>;
  /** What the account's settings say, where the server says nothing. */
  readonly configured: unknown;
}

export interface FoundTransports {
  readonly transports: readonly Transport[];
  readonly from: 'endpoint' | 'well-known' | 'settings' | null;
  /** Who could not be asked, and might have named one. */
  readonly unasked: readonly Asked[];
}
type Asked = 'endpoint' | 'well-known';

/** Finds out where our media can be published. Never throws. */
export async function findTransports({ endpoint, wellKnown, configured }: TransportSources): Promise<FoundTransports> {
  const unasked: Asked[] = [];
  const ask = async (asked: Asked, source: () => Promise<unknown>, key: string): Promise<readonly Transport[]> => {
    try {
      return readTransports(record(await source())?.[key]);
    } catch {
      unasked.push(asked);
      return [];
    }
  };
  const ofEndpoint = await ask('endpoint', endpoint, 'rtc_transports');
  if (ofEndpoint.length > 0) return { transports: ofEndpoint, from: 'endpoint', unasked: [] };
  const ofWellKnown = await ask('well-known', wellKnown, 'org.matrix.msc4143.rtc_foci');
  if (ofWellKnown.length > 0) return { transports: ofWellKnown, from: 'well-known', unasked: [] };
  const serviceUrl = readServiceUrl(configured);
  if (serviceUrl !== null) return { transports: [{ serviceUrl }], from: 'settings', unasked: [] };
  return { transports: [], from: null, unasked };
}
