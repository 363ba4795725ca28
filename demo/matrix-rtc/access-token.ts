import { createHash, createHmac } from 'node:crypto';
import { sfu } from '../services/livekit.ts';

/** Somebody in a room of the media server. */
export interface Participant {
  readonly identity: string;
  /** Made when the first enters it. */
  readonly room: string;
}

interface Access extends Participant {
  /** Seconds since 1970. */
  readonly expires: number;
}

/** A token with which somebody may enter one room of the media server, speak and listen there (JWT, HS256). */
export function accessToken({ identity, room, expires }: Access): string {
  const video = { room, roomJoin: true, roomCreate: true, canPublish: true, canSubscribe: true };
  const payload = { iss: sfu.key, sub: identity, nbf: 0, exp: expires, video };
  const signed = [{ alg: 'HS256', typ: 'JWT' }, payload].map((part) => encode(JSON.stringify(part))).join('.');
  return `${signed}.${createHmac('sha256', sfu.secret).update(signed).digest('base64url')}`;
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');

/** How MSC4195 names rooms and participants so that the media server learns no names: unpadded base64 of a hash. */
export const hashed = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64').replace(/=+$/, '');
