import { html, nothing, type TemplateResult } from 'lit';
import type { Problem, Snapshot } from '../../runtime/api.ts';
import { alert, icon, person, phone, sound, type Icon } from '../components/icons.ts';
import { t, words } from '../localize/localize.ts';

interface Note {
  readonly id: string;
  readonly tone?: 'warn' | 'bad';
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** Actions, the last one is the main one; `data` goes onto the buttons. */
  readonly acts?: readonly (readonly [action: string, label: string])[];
  readonly data?: string;
  readonly account?: string;
}

/** Everything that is to be said above the contacts, most important first. */
export function notes(snapshot: Snapshot, seen: ReadonlySet<string>): readonly Note[] {
  return [
    ...snapshot.problems.filter(({ kind }) => kind === 'storage').map(problem),
    ...signedOut(snapshot),
    ...(snapshot.soundBlocked ? [blocked()] : []),
    ...last(snapshot),
    ...requests(snapshot),
    ...snapshot.problems.filter(({ kind }) => kind !== 'storage' && kind !== 'insecure-page').map(problem),
  ].filter(({ id }) => !seen.has(id));
}

export function noteRow({
  tone,
  icon: drawing,
  title,
  text,
  acts = [],
  data = '',
  account = '',
}: Note): TemplateResult {
  return html`<li class="note ${tone ?? ''}">
    ${icon(drawing)}<span class="t"><b>${title}</b>${text}</span>${
      acts.length
        ? html`<span class="acts"
            >${acts.map(
              ([action, label], at) =>
                html`<button
                  class="btn ${at === acts.length - 1 ? 'solid' : 'edge'}"
                  data-action=${action}
                  data-id=${data}
                  data-account=${account}
                >
                  ${label}
                </button>`,
            )}</span
          >`
        : nothing
    }
  </li>`;
}

function problem(found: Problem): Note {
  switch (found.kind) {
    case 'storage':
      return {
        id: 'storage',
        tone: 'bad',
        icon: alert,
        title: t('storage.title'),
        text: t(`storage.${found.problem}`),
        acts: [['reload', t('card.reload')]],
      };
    case 'insecure-page':
      return { id: found.kind, tone: 'bad', icon: alert, title: t('card.insecure'), text: t('card.insecure_text') };
    case 'helpers-missing':
      return {
        id: found.kind,
        icon: alert,
        title: t('card.helpers', { count: found.entities.length }),
        text: t('card.helpers_text', { list: found.entities.join(', ') }),
        acts: [['dismiss', t('common.done')]],
        data: found.kind,
      };
    case 'home-assistant-away':
      return { id: found.kind, tone: 'warn', icon: alert, title: t('card.ha_away'), text: t('card.ha_away_text') };
    case 'update-waiting':
      return {
        id: found.kind,
        icon: alert,
        title: t('card.update'),
        text: t('card.update_text'),
        acts: [['reload', t('card.reload')]],
      };
    default:
      return found satisfies never;
  }
}

const signedOut = ({ accounts }: Snapshot): readonly Note[] =>
  accounts
    .filter(({ status }) => status.state === 'signed-out')
    .map(({ id, address }) => ({
      id: `signed-out-${id}`,
      tone: 'bad',
      icon: person,
      title: t('card.sign_in_again', { account: address }),
      text: t('card.sign_in_again_text'),
      acts: [['sign-in-again', t('card.sign_in')]],
      account: id,
    }));

const blocked = (): Note => ({
  id: 'sound',
  tone: 'warn',
  icon: sound,
  title: t('card.sound'),
  text: t('card.sound_text'),
  acts: [['allow-sound', t('card.sound_do')]],
});

/** The newest call, when it was missed or cut off by a reload: offered to call again until somebody has seen it. */
function last({ history: [entry] }: Snapshot): readonly Note[] {
  const missed = entry?.reason === 'missed' || entry?.reason === 'do_not_disturb';
  if (!entry || (!missed && entry.reason !== 'kiosk_closed')) return [];
  const id = `history-${entry.id}`;
  const time = new Intl.DateTimeFormat(words.value.language, { hour: 'numeric', minute: '2-digit' }).format(
    entry.began,
  );
  return [
    {
      id,
      tone: 'bad',
      icon: phone,
      title: missed ? t('card.missed') : t('card.cut', { n: entry.peer.name }),
      text: missed ? `${entry.peer.name}, ${time}` : t('card.cut_text'),
      acts: [
        ['dismiss', t('common.done')],
        ['again', missed ? t('card.call_back') : t('common.again')],
      ],
      data: id,
    },
  ];
}

const requests = ({ requests: asked }: Snapshot): readonly Note[] =>
  asked.map(({ id, accountId, name, address }) => ({
    id: `request-${accountId}-${id}`,
    icon: person,
    title: t('card.request', { n: name }),
    text: name === address ? '' : address,
    acts: [
      ['reject', t('card.not_now')],
      ['accept', t('card.accept')],
    ],
    data: id,
    account: accountId,
  }));
