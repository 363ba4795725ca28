/** How a contact is called: over an SFU, as the apps that people have now; or directly, as older ones. */
export type Protocol = 'matrixRtc' | 'legacy';

export interface Facts {
  /** The homeserver names an SFU. */
  readonly transport: boolean;
  /** Somebody else is in the call of the room now. */
  readonly running: boolean;
  /** A family: no call between two can reach it. */
  readonly family: boolean;
  /** How the last call with them came about. */
  readonly worked: Protocol | null;
  /** One of their devices has ever been in a call over an SFU in this room: they have an app for it. */
  readonly hasBeenMember: boolean;
  /** Whether power levels and the server let us be in such a call. */
  readonly mayJoin: boolean;
}

/**
 * How to call somebody. A call that runs is the one that is meant. Devices publish nothing of what they ring for but that
 * they have been in such calls, which says more than a legacy call that worked once: people change to newer apps, and
 * those ring for nothing else. Of whom nothing is known, the newer one, which most people's do.
 */
export function chooseProtocol({ transport, running, family, worked, mayJoin, hasBeenMember }: Facts): Protocol {
  if (!mayJoin) return family ? 'matrixRtc' : 'legacy';
  if (running || family) return 'matrixRtc';
  if (!transport) return 'legacy';
  return hasBeenMember ? 'matrixRtc' : (worked ?? 'matrixRtc');
}

/** How people were last reached, newest last; plain JSON among the account's settings. */
export type Worked = Readonly<Record<string, Protocol>>;

const MOST = 200;

export function readWorked(given: unknown): Worked {
  if (typeof given !== 'object' || given === null) return {};
  const known = Object.entries(given).filter(
    (entry): entry is [string, Protocol] => entry[1] === 'matrixRtc' || entry[1] === 'legacy',
  );
  return Object.fromEntries(known.slice(-MOST));
}

/** `before` itself where nothing has changed. */
export function withWorked(before: Worked, address: string, protocol: Protocol): Worked {
  if (before[address] === protocol) return before;
  const { [address]: _former, ...others } = before;
  return Object.fromEntries([...Object.entries(others), [address, protocol] as const].slice(-MOST));
}
