/** How a contact is called: over an SFU, as the apps that people have now; or directly, as older ones. */
export type Protocol = 'matrixRtc' | 'legacy';

export interface Facts {
  /** Whether the homeserver names an SFU; null until it was asked for the first time. */
  readonly transport: boolean | null;
  /** Somebody else is in the call of the room now. */
  readonly running: boolean;
  /** A family: no call between two can reach it. */
  readonly family: boolean;
  /** Over what they called us, or were reached, the last time. */
  readonly worked: Protocol | null;
  /** An app of theirs has shown in a room of ours that it makes calls over an SFU. */
  readonly able: boolean;
  /** Whether power levels and the server let us be in such a call. */
  readonly mayJoin: boolean;
}

/** How somebody is called: over one protocol, and over another, too, if nobody has answered within seconds. */
export interface Way {
  readonly first: Protocol;
  readonly second: Protocol | null;
}

/**
 * How to call somebody.
 *
 * A call that runs is the one that is meant. Else what is known of the person decides: devices publish nothing of what
 * they ring for (the names that they have are anybody's to write), but they leave traces. Who has been in a call over an
 * SFU, or whose app made a room of ours ready for such calls, has an app that rings for them. Who called us, or answered,
 * by a legacy call has an app for those. Where both are true people have changed apps or have several; of whom nothing is
 * known it may be either. Then both ring, the SFU first, which is what most people's apps ring for, and a legacy call
 * seconds later; what is answered or declined on either ends the other.
 *
 * One after the other would be no better: who has one app would be rung for half of the time. The price is that an app
 * that speaks both (Element Web) may show the call twice, the first time that they are called. What worked is believed
 * until nobody answers it: see {@link withWorked}.
 */
export function chooseWay({ transport, running, family, worked, able, mayJoin }: Facts): Way {
  if (family) return only('matrixRtc');
  if (!mayJoin) return only('legacy');
  if (running) return only('matrixRtc');
  if (transport === false) return only('legacy');
  if (worked === 'legacy' && !able) return only('legacy');
  const isSure = transport === true && (worked === 'matrixRtc' || (able && worked === null));
  return { first: 'matrixRtc', second: isSure ? null : 'legacy' };
}

function only(first: Protocol): Way {
  return { first, second: null };
}

/** How people called us or were reached, newest last; plain JSON among the account's settings. */
export type Worked = Readonly<Record<string, Protocol>>;

const MOST = 200;

export function readWorked(given: unknown): Worked {
  if (typeof given !== 'object' || given === null) return {};
  const known = Object.entries(given).filter(
    (entry): entry is [string, Protocol] => entry[1] === 'matrixRtc' || entry[1] === 'legacy',
  );
  return Object.fromEntries(known.slice(-MOST));
}

/** `before` itself where nothing has changed. @param protocol null: nobody answered it any more, so that it is forgotten */
export function withWorked(before: Worked, address: string, protocol: Protocol | null): Worked {
  if ((before[address] ?? null) === protocol) return before;
  const { [address]: _former, ...others } = before;
  const added = protocol === null ? [] : [[address, protocol] as const];
  return Object.fromEntries([...Object.entries(others), ...added].slice(-MOST));
}
