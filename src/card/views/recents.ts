import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../../runtime/api.ts';
import { isMissed } from '../../runtime/call/end-reasons.ts';
import { avatar } from '../components/avatar.ts';
import { icon, phone, video } from '../components/icons.ts';
import { t } from '../localize/live.ts';
import { targetOf } from '../target-of.ts';
import { made, missed as missedIcon, received } from './icons.ts';
import type { Shown } from './shown.ts';
import { lastedOf, whenOf } from './when.ts';

type Entry = Snapshot['history'][number];

/** How a call went, in a few words. */
function outcome(entry: Entry): string {
  const kind = entry.offered.video ? 'video' : 'voice';
  if (entry.reason === 'kiosk_closed') return t('recent.cut');
  if (entry.connected !== null)
    return t('recent.talked', { kind: t(`out.${kind}`), time: lastedOf(entry.ended - entry.connected) });
  if (isMissed(entry)) return t(`card.missed_${kind}`);
  switch (entry.reason) {
    case 'declined':
    case 'remote_declined':
      return t('recent.declined');
    case 'accepted':
      return t('recent.accepted');
    case 'answered_elsewhere':
      return t('recent.elsewhere');
    case 'no_answer':
      return t('recent.no_answer');
    default:
      return t('recent.none');
  }
}

/** One of the last calls, to call again. */
export function recentRow(entry: Entry, { snapshot, hide, now }: Shown): TemplateResult {
  const { accountId, contactId } = entry.peer;
  const person = snapshot.contacts.find((one) => one.accountId === accountId && one.id === contactId);
  const name = hide === 'always' ? t('card.somebody') : (person?.name ?? entry.peer.name);
  const face =
    hide === 'always' ? { id: '', name: '?', avatar: null } : { id: contactId, name, avatar: person?.avatar ?? null };
  const kind = entry.offered.video ? 'video' : 'voice';
  const missed = isMissed(entry);
  const reachable = targetOf(entry.peer, snapshot) !== null;
  return html`<li
    class="recent ${missed ? 'missed' : ''}"
    data-account=${accountId}
    data-id=${contactId}
    data-entry=${entry.id}
  >
    ${avatar(face)}
    <span class="n"
      ><b dir="auto">${name}</b
      ><small class=${missed ? '' : 'flip'}
        >${icon(missed ? missedIcon : entry.direction === 'incoming' ? received : made)}<span
          >${outcome(entry)}</span
        ></small
      ></span
    >
    <time class="num">${whenOf(entry.began, now)}</time>
    ${
      reachable
        ? html`<button class="ib tonal" data-action="call-${kind}" aria-label=${t(`card.${kind}_to`, { n: name })}>
            ${icon(kind === 'video' ? video : phone)}
          </button>`
        : nothing
    }
  </li>`;
}
