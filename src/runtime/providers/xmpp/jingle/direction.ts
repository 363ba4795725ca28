import type { Role, Senders } from './types.ts';

/** As SDP says it, from the view of whoever wrote the SDP. */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export function otherRole(role: Role): Role {
  return role === 'initiator' ? 'responder' : 'initiator';
}

function sends(senders: Senders, role: Role): boolean {
  return senders === 'both' || senders === role;
}

export function directionOf(senders: Senders, writer: Role): Direction {
  const out = sends(senders, writer);
  const back = sends(senders, otherRole(writer));
  return out ? (back ? 'sendrecv' : 'sendonly') : back ? 'recvonly' : 'inactive';
}

export function sendersOf(direction: Direction, writer: Role): Senders {
  switch (direction) {
    case 'sendrecv':
      return 'both';
    case 'sendonly':
      return writer;
    case 'recvonly':
      return otherRole(writer);
    case 'inactive':
      return 'none';
    default:
      return direction satisfies never;
  }
}

/**
 * What a side still wants that had wanted `before`, and now says `said` where the other side has left it no more than
 * `offered`: what it was not asked for it has not given up.
 */
export function stillWanted(before: Senders | null, offered: Senders, said: Senders): Senders {
  const wants = (role: Role): boolean =>
    sends(said, role) || (before !== null && sends(before, role) && !sends(offered, role));
  const [initiator, responder] = [wants('initiator'), wants('responder')];
  return initiator ? (responder ? 'both' : 'initiator') : responder ? 'responder' : 'none';
}
