import { join } from 'node:path';
import { screenSize, type Session } from './session.ts';

/** How a call ended. One that rings or runs stands in Dino's memory as ended, until it ends otherwise. */
export type DinoCallState = 'other_device' | 'ended' | 'declined' | 'missed' | 'failed';

/** A call as Dino remembers it. */
export interface DinoCall {
  /** Counts up with every call. */
  readonly id: number;
  readonly direction: 'incoming' | 'outgoing';
  /** Bare JID of the other side. */
  readonly peer: string;
  readonly state: DinoCallState;
  /** Seconds since 1970. */
  readonly time: number;
  /** Seconds since 1970; that of the beginning until it has ended. */
  readonly endTime: number;
  /** Unknown until media is connected. */
  readonly encryption: 'none' | 'dtls-srtp' | 'srtp' | 'unknown';
}

type Row = Readonly<Record<string, string | number | null>>;

// The numbers of Dino 0.4.2: libdino/src/entity/call.vala, encryption.vala.
const states: readonly (DinoCallState | undefined)[] = [
  ...[undefined, undefined, undefined], // never stored
  ...(['other_device', 'ended', 'declined', 'missed', 'failed'] as const),
];
const encryptions = ['none', undefined, undefined, 'dtls-srtp', 'srtp', 'unknown'] as const;
const jingleMessage = 'urn:xmpp:jingle-message:0';

/** Gives a Dino that has never run its account and a window that fills the screen. It must not be running. */
export async function furnish(session: Session, { jid, password }: { jid: string; password: string }): Promise<void> {
  const { width, height } = screenSize;
  const account = 'bare_jid,resourcepart,password,alias,enabled,mam_earliest_synced';
  // By its input, so that the password is in no command line.
  const input =
    `insert into account(${account}) values(${text(jid)},'dino',${text(password)},'',1,0);\n` +
    `insert into settings(key,value) values('window_width','${width}'),('window_height','${height}');\n`;
  await session.run('sqlite3', ['-bail', databaseOf(session)], { input });
}

/** All calls, oldest first. */
export async function readCalls(session: Session): Promise<readonly DinoCall[]> {
  const columns = 'call.id, bare_jid, direction, state, time, end_time, encryption';
  const rows = await query(session, `select ${columns} from call join jid on jid.id = counterpart_id order by call.id`);
  return rows.map((row) => ({
    id: Number(row['id']),
    direction: row['direction'] === 1 ? 'outgoing' : 'incoming',
    peer: String(row['bare_jid']),
    state: states[Number(row['state'])] ?? 'ended',
    time: Number(row['time']),
    endTime: Number(row['end_time']),
    encryption: encryptions[Number(row['encryption'])] ?? 'unknown',
  }));
}

/** The conversation with somebody; undefined if there was never one. */
export async function conversationWith(session: Session, jid: string): Promise<number | undefined> {
  const [row] = await query(
    session,
    `select conversation.id from conversation join jid on jid.id = jid_id where type = 0 and bare_jid = ${text(jid)}`,
  );
  return row && Number(row['id']);
}

/** Whether Dino has seen a device of somebody that takes calls (XEP-0353 in its disco features). */
export async function isCallable(session: Session, jid: string): Promise<boolean> {
  const rows = await query(
    session,
    'select 1 from entity join jid on jid.id = entity.jid_id join entity_feature on entity = caps_hash ' +
      `where feature = ${text(jingleMessage)} and bare_jid = ${text(jid)} limit 1`,
  );
  return rows.length > 0;
}

async function query(session: Session, sql: string): Promise<readonly Row[]> {
  const answer = (await session.run('sqlite3', ['-readonly', '-json', databaseOf(session), sql])).toString();
  return answer.trim() === '' ? [] : (JSON.parse(answer) as Row[]);
}

const databaseOf = ({ home }: Session) => join(home, '.local/share/dino/dino.db');

/** A text in SQL. */
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
