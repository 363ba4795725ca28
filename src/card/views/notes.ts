import type { Problem } from '../../runtime/api.ts';
import { isMissed } from '../../runtime/call/end-reasons.ts';
import type { AvatarOf } from '../components/avatar.ts';
import { alert, person, phone, sound, video, type Icon } from '../components/icons.ts';
import type { HideNames } from '../overlay/hiding.ts';
import { t } from '../localize/live.ts';
import { words } from '../localize/localize.ts';
import { canWrite, targetOf } from '../target-of.ts';
import { away, missed as missedIcon, moon } from './icons.ts';
import type { Seen } from './shown.ts';
import { isOne, timeOf, whenOf } from './when.ts';

/** Something that is to be said, and what can be done about it. */
export interface Note {
  readonly id: string;
  readonly tone?: 'go' | 'warn' | 'bad';
  readonly icon: Icon;
  /** Somebody it is about, instead of the drawing. */
  readonly face?: AvatarOf;
  readonly title: string;
  readonly text: string;
  /** Title and text for a tile, where those are too long. */
  readonly brief?: readonly [title: string, text: string];
  /** Actions, the last one is the main one; `data` goes onto the buttons. */
  readonly acts?: readonly (readonly [action: string, label: string])[];
  readonly data?: string;
  readonly account?: string;
  /** Said where there is room for more than one thing only: the rest works. */
  readonly minor?: boolean;
}

/** Everything that is to be said, most important first. `seen`: what somebody put away on this page. */
export function notes(snapshot: Seen, seen: ReadonlySet<string>, hide: HideNames, now: number): readonly Note[] {
  const kinds = (...wanted: Problem['kind'][]): readonly Note[] =>
    snapshot.problems.filter(({ kind }) => wanted.includes(kind)).map(problem);
  return [
    ...calls(snapshot, hide),
    ...rings(snapshot, hide),
    ...kinds('storage'),
    ...signedOut(snapshot),
    ...(snapshot.soundBlocked ? [blocked()] : []),
    ...missed(snapshot, hide, now),
    ...cut(snapshot, hide),
    ...requests(snapshot, hide),
    ...quiet(snapshot),
    ...lost(snapshot),
    // In a call it waits: whoever loads the page again ends it.
    ...(snapshot.calls.some(({ reason }) => reason === null) ? [] : kinds('update-ready')),
    ...kinds('update-waiting', 'home-assistant-away', 'stations-taken', 'helpers-missing'),
  ].filter(({ id }) => !seen.has(id));
}

/** What runs comes before what rings. */
function calls({ calls }: Seen, hide: HideNames): readonly Note[] {
  const live = calls.filter(({ phase }) => phase !== 'ended' && phase !== 'ending');
  const rings = live.filter(({ phase }) => phase === 'ringing-in');
  return [...live.filter(({ phase }) => phase !== 'ringing-in'), ...rings].map((call): Note => {
    const ringing = call.phase === 'ringing-in';
    const hidden = hide === 'always' || (hide === 'while-ringing' && ringing);
    const n = hidden ? t('card.somebody') : call.peer.name;
    return {
      id: `call-${call.id}`,
      tone: 'go',
      icon: call.offered.video ? video : phone,
      ...(!hidden && { face: { id: call.peer.contactId, name: n, avatar: call.avatar } }),
      title: t(ringing ? 'card.calls_you' : 'card.in_progress', { n }),
      text: t(call.offered.video ? 'out.video' : 'out.voice'),
      brief: [n, ringing ? t('card.calling') : t(call.offered.video ? 'out.video' : 'out.voice')],
      acts: [['show-call', t(ringing ? 'card.open' : 'card.back')]],
    };
  });
}

/** What Home Assistant says, until somebody puts it away. */
function rings({ notes: said = [] }: Seen, hide: HideNames): readonly Note[] {
  if (hide === 'always') return [];
  return said.map(({ id, name, text, action }): Note => {
    const words = {
      assist: t('note.assist'),
      dial: t('note.dial', { n: action?.name ?? '' }),
      run: action?.name ?? '',
    };
    return {
      id: `ring-${id}`,
      icon: video,
      face: { id: name, name, avatar: null },
      title: name,
      text,
      acts: [['ring-away', t('card.seen')], ...(action ? [['ring-take', words[action.kind]] as const] : [])],
      data: id,
    };
  });
}

function problem(found: Problem): Note {
  switch (found.kind) {
    case 'storage':
      return {
        id: `storage-${found.problem}`,
        tone: 'bad',
        icon: alert,
        title: t(`storage.${found.problem}.title`),
        text: t(`storage.${found.problem}`),
        acts: [
          ...(found.problem === 'corrupt' ? [['dismiss', t('card.seen')] as const] : []),
          ['reload', t('card.reload')],
        ],
        data: `storage-${found.problem}`,
      };
    case 'insecure-page':
      return { id: found.kind, tone: 'bad', icon: alert, title: t('card.insecure'), text: t('card.insecure_text') };
    case 'stations-taken':
      return {
        id: found.kind,
        tone: 'warn',
        icon: alert,
        title: t('card.taken', { n: found.stations.map(({ name }) => name).join(', ') }),
        text: t('card.taken_text'),
        acts: [['take-station', t('card.use_here')]],
        data: found.stations.map(({ slug }) => slug).join(' '),
        minor: true,
      };
    case 'helpers-missing': {
      const count = found.entities.length;
      return {
        id: found.kind,
        icon: alert,
        title: isOne(count) ? t('card.helpers_one') : t('card.helpers', { count }),
        text: t('card.helpers_text'),
        acts: [
          ['dismiss', t('card.seen')],
          ['helpers', t('card.details')],
        ],
        data: found.kind,
        minor: true,
      };
    }
    case 'home-assistant-away':
      return {
        id: found.kind,
        tone: 'warn',
        icon: away,
        title: t('card.ha_away'),
        text: t('card.ha_away_text'),
        acts: [['diagnostics', t('card.details')]],
        minor: true,
      };
    case 'update-waiting':
      return {
        id: found.kind,
        icon: alert,
        title: t('card.update'),
        text: t('card.update_text'),
        acts: [['reload', t('card.reload')]],
        minor: true,
      };
    case 'update-ready':
      return {
        id: found.kind,
        icon: alert,
        title: t('card.update'),
        text: t('card.update_ready'),
        acts: [['reload', t('card.reload')]],
        minor: true,
      };
    default:
      return found satisfies never;
  }
}

const signedOut = ({ accounts }: Seen): readonly Note[] =>
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

/** Accounts that are away; one that has never been online yet says so in the card's head. */
const lost = ({ accounts }: Seen): readonly Note[] =>
  accounts
    .filter(({ status }) => status.state === 'degraded')
    .map(({ id, address }) => ({
      id: `away-${id}`,
      tone: 'warn',
      icon: away,
      title: t('card.lost', { account: address }),
      text: t('card.lost_text'),
      brief: [t('card.connecting'), address],
      acts: [['settings', t('card.details')]],
    }));

const blocked = (): Note => ({
  id: 'sound',
  tone: 'warn',
  icon: sound,
  title: t('card.sound'),
  text: t('card.sound_text'),
  brief: [t('card.silent'), t('card.touch')],
  acts: [['allow-sound', t('card.sound_do')]],
});

/** Until somebody has seen them, on this screen or in the history. */
function missed(snapshot: Seen, hide: HideNames, now: number): readonly Note[] {
  const { history, missed: count } = snapshot;
  if (!count) return [];
  const entry = history.find(isMissed);
  const who = entry && hide !== 'always' ? entry.peer.name : '';
  return [
    {
      id: `missed-${entry?.id ?? 0}`,
      tone: 'bad',
      icon: missedIcon,
      title: isOne(count) ? t('card.missed') : t('card.missed_n', { count }),
      text: [who, entry ? whenOf(entry.began, now) : ''].filter(Boolean).join(', '),
      acts: [
        ['seen', t('card.seen')],
        ...(entry && hide !== 'always' && canWrite(entry.peer, snapshot.contacts)
          ? [['write', t('common.message')] as const]
          : []),
        entry && targetOf(entry.peer, snapshot) ? ['again', t('card.call_back')] : ['history', t('card.show_all')],
      ],
      data: String(entry?.id ?? ''),
    },
  ];
}

/** The newest call, when a reload cut it off. */
function cut(snapshot: Seen, hide: HideNames): readonly Note[] {
  const [entry] = snapshot.history;
  if (entry?.reason !== 'kiosk_closed') return [];
  return [
    {
      id: `cut-${entry.id}`,
      tone: 'bad',
      icon: phone,
      title: t('card.cut', { n: hide === 'always' ? t('card.somebody') : entry.peer.name }),
      text: t('card.cut_text'),
      acts: [
        ['dismiss', t('common.done')],
        ...(targetOf(entry.peer, snapshot) ? [['again', t('common.again')] as const] : []),
      ],
      data: `cut-${entry.id}`,
    },
  ];
}

/** Who it is that asks is said where people are, when this screen must not. */
const requests = ({ requests: asked }: Seen, hide: HideNames): readonly Note[] =>
  asked.map(({ id, accountId, name, address }) => {
    const hidden = hide === 'always';
    return {
      id: `request-${accountId}-${id}`,
      icon: person,
      title: t('card.request', { n: hidden ? t('card.somebody') : name }),
      text: hidden || name === address ? '' : address,
      acts: hidden
        ? [['everybody', t('card.open')]]
        : [
            ['reject', t('card.not_now')],
            ['accept', t('card.accept')],
          ],
      data: id,
      account: accountId,
    };
  });

/** Do not disturb, until when, and who rings in spite of it. Turned off, a quiet time is over for this once. */
function quiet({ quiet: on, quietUntil, contacts }: Seen): readonly Note[] {
  if (!on) return [];
  const through = contacts.filter((one) => one.throughQuiet).map(({ name }) => name);
  const until = quietUntil === null ? t('card.dnd_hand') : t('card.dnd_time', { time: timeOf(quietUntil) });
  const names = new Intl.ListFormat(words.value.language, { type: 'conjunction' });
  return [
    {
      id: 'quiet',
      icon: moon,
      title: t('card.dnd_note'),
      text: through.length && through.length < 4 ? t('card.dnd_except', { n: names.format(through) }) : until,
      brief: [t('card.dnd'), until],
      acts: [['quiet', t('card.dnd_off')]],
    },
  ];
}
