import type { CallAssist } from '../../runtime/api.ts';
import type { Command, CommandResult } from '../../runtime/command.ts';
import { loadChunk } from '../chunk.ts';
import type { CardKey } from '../localize/keys.ts';
import { t } from '../localize/live.ts';
import { ask } from './ask.ts';
import { readAction, readLink, type Deed } from './read.ts';

/** A link was opened. It dials only after somebody has said so on the screen, unless the station lets links dial. */
export async function runLink(callAssist: CallAssist, link: string, station: string | null): Promise<void> {
  const deed = readLink(link, station);
  if (deed?.do !== 'dial') return run(callAssist, deed);
  await callAssist.ready;
  const { stations, station: first } = callAssist.snapshot.value;
  const from = station === null ? first : stations.find(({ slug }) => slug === station);
  if (from?.linkDials) return run(callAssist, deed);
  const kind = await ask(deed.text);
  if (kind !== null) await dial(callAssist, { ...deed, video: kind === 'video' }, 'touch');
}

/** Somebody touched another card whose action is ours, or a script says so: the station's switches count. */
export function runAction(callAssist: CallAssist, given: unknown): Promise<void> {
  return run(callAssist, readAction(given));
}

async function run(callAssist: CallAssist, deed: Deed | null): Promise<void> {
  await callAssist.ready;
  if (deed === null) return tell('refused_bad_value');
  switch (deed.do) {
    case 'dial':
      return dial(callAssist, deed, 'page');
    case 'switch':
      return turn(callAssist, deed);
    case 'open': {
      const pages = await loadChunk('pages', () => import('../pages/pages.ts'));
      return pages?.openPage(callAssist, deed.view);
    }
    case 'answer':
      return send(callAssist, { type: 'answer', video: true, by: 'page', ...at(deed) });
    case 'decline':
    case 'hang-up':
      return send(callAssist, { type: deed.do, by: 'page', ...at(deed) });
    default:
      return deed satisfies never;
  }
}

type Of<T extends Deed['do']> = Extract<Deed, { do: T }>;

const at = ({ station }: { readonly station?: string }): { readonly station?: string } =>
  station === undefined ? {} : { station };

function dial(callAssist: CallAssist, deed: Of<'dial'>, by: Command['by']): Promise<void> {
  return send(callAssist, { type: 'dial', to: { text: deed.text }, video: deed.video, by, ...at(deed) });
}

async function turn(callAssist: CallAssist, deed: Of<'switch'>): Promise<void> {
  const { calls, quiet } = callAssist.snapshot.value;
  if (deed.what === 'do_not_disturb') {
    const doNotDisturb = deed.to === 'toggle' ? !quiet : deed.to;
    // Another tab has the calls: nothing can be set from here.
    return callAssist.configureDevice({ doNotDisturb }).catch(() => tell('refused_not_ready'));
  }
  const kind = deed.what === 'microphone' ? 'audio' : 'video';
  const sent = calls.find(({ phase, reason }) => reason === null && phase !== 'ringing-in')?.wanted[kind] ?? false;
  const on = deed.to === 'toggle' ? !sent : deed.to;
  return send(callAssist, { type: 'set-media', [kind]: on, by: 'page', ...at(deed) });
}

async function send(callAssist: CallAssist, command: Command): Promise<void> {
  const result: CommandResult = await callAssist.command(command);
  // How a call ended has its own sheet.
  if (!result.ok && result.reason.startsWith('refused_')) tell(result.reason);
}

/** Home Assistant's own short message at the bottom of the page. */
function tell(reason: string): void {
  const message = t(`refused.${reason}` as CardKey);
  document
    .querySelector('home-assistant')
    ?.dispatchEvent(new CustomEvent('hass-notification', { detail: { message }, bubbles: true, composed: true }));
}
