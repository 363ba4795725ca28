import type { CallAssist } from '../runtime/api.ts';
import { loadChunk } from './chunk.ts';

const PARAMETER = 'call_assist';

/**
 * What other cards and links ask for: `?call_assist=…` in the address of any page of Home Assistant, and `call_assist`
 * in the action `fire-dom-event` of any card (docs/automations.md). Their code is loaded when somebody first asks.
 * @returns stops
 */
export function hostActions(callAssist: CallAssist): () => void {
  const stop = new AbortController();
  const load = () => loadChunk('actions', () => import('./actions/actions.ts'));
  const look = (): void => {
    const address = new URL(location.href);
    const text = address.searchParams.get(PARAMETER);
    if (text === null) return;
    const station = address.searchParams.get(`${PARAMETER}_station`);
    // Whoever loads the page again, or goes back to it, does not want the same again.
    for (const name of [PARAMETER, `${PARAMETER}_station`]) address.searchParams.delete(name);
    history.replaceState(history.state, '', address);
    void load().then((actions) => actions?.runLink(callAssist, text, station));
  };
  const custom = (event: Event): void => {
    // Home Assistant makes plain events with a detail.
    const { detail } = event as Event & { readonly detail?: unknown };
    if (typeof detail !== 'object' || detail === null || !(PARAMETER in detail)) return;
    const { [PARAMETER]: wanted } = detail;
    void load().then((actions) => actions?.runAction(callAssist, wanted));
  };
  const { signal } = stop;
  addEventListener('ll-custom', custom, { signal });
  for (const name of ['location-changed', 'popstate']) addEventListener(name, look, { signal });
  look();
  return () => stop.abort();
}
