import { type CallPolicy, DEFAULT_POLICY } from './call/call.ts';
import type { Device } from './device.ts';

/** The core's values, with what people chose for this device. */
export function policyOf({ settings, quiet }: Pick<Device, 'settings' | 'quiet'>): CallPolicy {
  const { ringWindow, secondCall } = settings.value;
  return { ...DEFAULT_POLICY, ringWindow, ringLimit: ringWindow, secondCall, doNotDisturb: quiet.value.on };
}

export function isSamePolicy(one: CallPolicy, other: CallPolicy): boolean {
  return (Object.keys(one) as (keyof CallPolicy)[]).every((key) => one[key] === other[key]);
}
