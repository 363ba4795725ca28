import type { Millis } from '../call/call.ts';
import { pause } from '../platform/wait.ts';
import type { Scope } from '../platform/scope.ts';
import type { CheckBrowser } from './browser.ts';
import type { CheckContext } from './context.ts';
import type { RelayFacts } from './judge-media.ts';

/** How long the relays may take to give an address. */
const GATHER_WITHIN: Millis = 5_000;

/**
 * Asks the relays for an address, as a call does, and gives it back at once. Nothing of the credentials is kept: what
 * comes back are hosts, codes and a time.
 */
export async function probeRelay(
  iceServers: readonly RTCIceServer[],
  { platform: { clock } }: CheckContext,
  browser: CheckBrowser,
  own: Scope,
): Promise<RelayFacts> {
  const relays = iceServers.filter((server) => turnUrls(server).length > 0);
  const servers = [...new Set(relays.flatMap(turnUrls).map(hostOf))];
  const facts: RelayFacts = { servers, milliseconds: null, malformed: false, codes: [] };
  if (relays.length === 0) return facts;
  const began = clock.now();
  const codes = new Set<number>();
  const done = new AbortController();
  let relayed = false;
  try {
    const connection = browser.createPeerConnection({ iceServers: [...relays], iceTransportPolicy: 'relay' });
    own.add(() => connection.close());
    const { signal } = own;
    connection.addEventListener(
      'icecandidate',
      ({ candidate }) => {
        if (candidate && candidate.candidate !== '' && isRelayed(candidate)) relayed = true;
        if (relayed || !candidate) done.abort();
      },
      { signal },
    );
    connection.addEventListener('icecandidateerror', ({ errorCode }) => void codes.add(errorCode), { signal });
    connection.createDataChannel('check');
    await connection.setLocalDescription();
  } catch {
    // The error repeats what was given, so it goes no further.
    return { ...facts, malformed: true };
  }
  await pause(clock, GATHER_WITHIN, AbortSignal.any([done.signal, own.signal]));
  return { ...facts, milliseconds: relayed ? clock.now() - began : null, codes: [...codes] };
}

const turnUrls = ({ urls }: RTCIceServer): readonly string[] => [urls].flat().filter((url) => /^turns?:/i.test(url));

/** `host:port` of `turn:host:port?transport=udp` (RFC 7065). */
const hostOf = (url: string): string =>
  url
    .replace(/^turns?:/i, '')
    .replace(/\?.*$/, '')
    .replace(/^.*@/, '');

const isRelayed = ({ type, candidate }: RTCIceCandidate): boolean =>
  type === 'relay' || / typ relay( |$)/.test(candidate);
