import type { EndReason } from '../../../call/call.ts';
import { JingleError } from '../jingle/errors.ts';
import { type JingleReason, terminateReason } from '../jingle/reasons.ts';
import { WireError } from '../wire.ts';

/** The ICE servers, and whether only they may be used, are unknown: nothing can be connected as it should be. */
export class NoServers extends Error {
  constructor(cause: unknown) {
    super('no ICE servers', { cause });
    this.name = 'NoServers';
  }
}

/** Why there is no session, for people here; `told`: what XEP-0166 says of it to the other side, where it says more. */
export function failure(error: unknown): { readonly reason: EndReason; readonly told?: JingleReason } {
  if (error instanceof NoServers) return { reason: 'no_connection' };
  if (error instanceof WireError) return { reason: error.problem === 'refused' ? 'unreachable' : 'no_connection' };
  if (!(error instanceof JingleError)) return { reason: 'protocol_error' };
  const cannot = error.problem === 'unsupported-application' || error.problem === 'unsupported-transport';
  return { reason: cannot ? 'cannot_call' : 'protocol_error', told: terminateReason(error.problem) };
}
