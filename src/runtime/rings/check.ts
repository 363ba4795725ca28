import type { Refusal } from '../call/call.ts';
import { find, type Known } from '../directory.ts';
import type { HomeAssistant } from '../home-assistant/home-assistant.ts';
import type { AssistTarget, Ring } from './ring.ts';

/** A ring that means something that is not there. `what` holds nothing that came from outside. */
export interface RingRefusal {
  readonly refusal: Refusal;
  readonly what: string;
}

export interface House {
  readonly homeAssistant: Pick<HomeAssistant, 'states' | 'request'>;
  readonly contacts: () => readonly Known[];
  readonly protocols: readonly string[];
  /** Whether scripts may dial addresses that are no contacts. */
  readonly dialAnyone: () => boolean;
}

/** Whether everything that a ring names exists; asked before anything rings. null: it does. */
export async function checkRing(ring: Ring, house: House): Promise<RingRefusal | null> {
  switch (ring.kind) {
    case 'assist':
      return checkPipeline(ring, house);
    case 'door':
      return (
        checkEntity(ring.camera, 'camera', house) ??
        checkScripts([...(ring.open === null ? [] : [ring.open]), ...ring.buttons], house) ??
        (ring.forward && checkContact(ring.forward.to, house))
      );
    case 'connect':
      return checkContact(ring.to, house);
    case 'note':
      if (ring.action?.kind === 'assist') return checkPipeline(ring.action, house);
      if (ring.action?.kind === 'dial') return checkContact(ring.action.to, house);
      return ring.action ? checkScripts([ring.action.script], house) : null;
    case 'stop':
      return null;
    default:
      return ring satisfies never;
  }
}

function checkEntity(id: string, what: string, { homeAssistant }: House): RingRefusal | null {
  return homeAssistant.states.value[id] ? null : { refusal: 'refused_bad_value', what: `no such ${what}` };
}

function checkScripts(scripts: readonly string[], house: House): RingRefusal | null {
  for (const script of scripts) {
    const missing = checkEntity(`script.${script}`, 'script', house);
    if (missing) return missing;
  }
  return null;
}

function checkContact(to: string, { contacts, protocols, dialAnyone }: House): RingRefusal | null {
  const found = find(to, contacts(), protocols);
  if ('refused' in found) return { refusal: found.refused, what: 'to' };
  return 'address' in found && !dialAnyone() ? { refusal: 'refused_not_allowed', what: 'to' } : null;
}

async function checkPipeline({ pipeline }: AssistTarget, { homeAssistant }: House): Promise<RingRefusal | null> {
  if (pipeline === 'preferred' || pipeline === 'last_used') return null;
  try {
    const { pipelines } = await homeAssistant.request<{ readonly pipelines: readonly { readonly id: string }[] }>({
      type: 'assist_pipeline/pipeline/list',
    });
    return pipelines.some(({ id }) => id === pipeline)
      ? null
      : { refusal: 'refused_bad_value', what: 'no such pipeline' };
  } catch {
    // Home Assistant went away between the ring and the question: it rings, and Assist itself will say.
    return null;
  }
}
