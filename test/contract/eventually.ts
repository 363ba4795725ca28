import type { ProviderCallEvent } from '../../src/runtime/call/events.ts';
import type { KioskSide } from './harness.ts';

const PATIENCE = 15_000;

/** Waits until something is so; the error says what was waited for. */
export async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${PATIENCE / 1_000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The first event of a type that the kiosk's provider emitted. */
export async function eventOf<T extends ProviderCallEvent['type']>(
  kiosk: Pick<KioskSide, 'events'>,
  type: T,
): Promise<Extract<ProviderCallEvent, { type: T }>> {
  const find = async () => (await kiosk.events()).find((event) => event.type === type);
  await eventually(`event ${type}`, async () => (await find()) !== undefined);
  return (await find()) as Extract<ProviderCallEvent, { type: T }>;
}

export async function types(kiosk: Pick<KioskSide, 'events'>): Promise<readonly string[]> {
  return (await kiosk.events()).map(({ type }) => type);
}
