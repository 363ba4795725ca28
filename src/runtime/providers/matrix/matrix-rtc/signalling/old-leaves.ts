import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { record, text } from '../../calls/contents.ts';
import { UNSTABLE } from './unstable.ts';

type Schedule = typeof UNSTABLE.scheduleLeave;
type LeavesClient = Pick<
  MatrixClient,
  Schedule | typeof UNSTABLE.scheduledLeaves | typeof UNSTABLE.cancelScheduledLeave
>;

/**
 * How a session has the server schedule its leave, so that no other leave waits for the same place: of a call that was
 * given up while it began, which the SDK forgets, or of a page that died. It would be sent into the call that has begun
 * since, and take its membership away.
 */
export function withoutOldLeaves(client: LeavesClient): Pick<MatrixClient, Schedule> {
  const own = new Set<string>();
  return {
    async [UNSTABLE.scheduleLeave](...given: Parameters<MatrixClient[Schedule]>) {
      const scheduled = await client[UNSTABLE.scheduleLeave](...given);
      own.add(scheduled.delay_id);
      if (own.size === 1) {
        const [roomId, , type, , key] = given;
        cancelOthers(client, { roomId, type, key: key ?? '' }, own).catch(() => {
          // Best effort: a membership that is taken away is sent again by the SDK.
        });
      }
      return scheduled;
    },
  };
}

interface Place {
  readonly roomId: string;
  readonly type: string;
  readonly key: string;
}

async function cancelOthers(client: LeavesClient, place: Place, own: ReadonlySet<string>): Promise<void> {
  const listed: unknown = await client[UNSTABLE.scheduledLeaves]('scheduled');
  const old = readScheduled(listed, place).filter((id) => !own.has(id));
  await Promise.all(old.map((id) => client[UNSTABLE.cancelScheduledLeave](id)));
}

/** Of a list in the form of MSC4140, or in that of Synapse 1.163: what waits for this place. */
function readScheduled(given: unknown, { roomId, type, key }: Place): readonly string[] {
  const answer = record(given);
  const events = answer?.['scheduled'] ?? answer?.['delayed_events'];
  return (Array.isArray(events) ? events : []).flatMap((event: unknown) => {
    const { room_id, type: of, state_key, delay_id } = record(event) ?? {};
    return room_id === roomId && of === type && state_key === key ? (text(delay_id) ?? []) : [];
  });
}
