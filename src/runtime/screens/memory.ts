import type { DisplayView } from '../displays/view.ts';
import { isCodec } from '../displays/codecs.ts';
import type { Storage } from '../storage/storage.ts';

/** What came of the last try of each display on this device, by entity id. */
export type LastTries = Readonly<Record<string, NonNullable<DisplayView['last']>>>;

/** Name of the settings record. */
const DISPLAYS = 'displays';
/** A house has fewer; media players that are renamed leave their old names behind. */
const MOST = 50;

const isTries = (value: unknown): value is LastTries =>
  typeof value === 'object' && value !== null && Object.values(value).every(isTry);

function isTry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { at, way, result, size, codecs } = value as Readonly<Record<string, unknown>>;
  const decodes = codecs === undefined || (Array.isArray(codecs) && codecs.every(isCodec));
  return (
    decodes &&
    typeof at === 'number' &&
    typeof way === 'string' &&
    typeof result === 'string' &&
    typeof size === 'object'
  );
}

/** @throws StorageError */
export async function readTries({ settings }: Pick<Storage, 'settings'>): Promise<LastTries> {
  return (await settings.get(DISPLAYS, isTries)) ?? {};
}

/**
 * Keeps the latest of each display, and of very many the latest ones; and what it decodes from before, where a try was over
 * before that was said. @throws StorageError
 */
export async function noteTry(
  storage: Pick<Storage, 'settings'>,
  display: string,
  last: NonNullable<DisplayView['last']>,
): Promise<void> {
  const before = await readTries(storage);
  const codecs = last.codecs ?? before[display]?.codecs;
  const tries = { ...before, [display]: { ...last, ...(codecs && { codecs }) } };
  const latest = Object.entries(tries).toSorted(([, one], [, other]) => other.at - one.at);
  await storage.settings.put(DISPLAYS, Object.fromEntries(latest.slice(0, MOST)));
}
