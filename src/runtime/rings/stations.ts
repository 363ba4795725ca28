import type { EntityStates } from '../home-assistant/home-assistant.ts';

/** What another station's helpers say; a helper that is not there says nothing. */
export interface StationWords {
  readonly slug: string;
  /** `ringing`, `in_call` … */
  readonly state: string;
  readonly with: string;
  readonly lastResult: string;
  /** When its last result was written. ISO 8601. */
  readonly lastResultAt: string;
  /** Since when its microphone is on, by Home Assistant's clock; null: it is off. */
  readonly talksSince: number | null;
  /** What was written into its ring helper and not read yet. */
  readonly ring: string;
}

const RING_HELPER = /^input_text\.call_assist_([a-z0-9_]+)_ring$/;

/** Stations of this house that can be rung. */
export function stationSlugs(states: EntityStates): readonly string[] {
  return Object.keys(states).flatMap((id) => RING_HELPER.exec(id)?.[1] ?? []);
}

/** Under their first entity ids: what was renamed belongs to its own station alone. */
export function stationWords(states: EntityStates, slug: string): StationWords {
  const helper = (domain: string, key: string) => states[`${domain}.call_assist_${slug}_${key}`];
  const text = (key: string, domain = 'input_text'): string => helper(domain, key)?.state ?? '';
  const microphone = helper('input_boolean', 'microphone');
  return {
    slug,
    state: text('state', 'input_select'),
    with: text('with'),
    lastResult: text('last_result'),
    lastResultAt: helper('input_text', 'last_result')?.last_updated ?? '',
    talksSince: microphone?.state === 'on' ? Date.parse(microphone.last_changed) : null,
    ring: text('ring'),
  };
}
