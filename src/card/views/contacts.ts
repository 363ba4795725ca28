import { html, nothing, type TemplateResult } from 'lit';
import type { Snapshot } from '../../runtime/api.ts';
import type { Contact } from '../../runtime/providers/provider.ts';
import { avatar } from '../components/avatar.ts';
import { icon, phone, video } from '../components/icons.ts';
import type { CardConfig } from '../config.ts';
import { t } from '../localize/localize.ts';

/** Whom the card shows, in the order of its configuration. */
export function chosen(contacts: readonly Contact[], wanted: readonly string[] = []): readonly Contact[] {
  if (!wanted.length) return contacts;
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();
  return wanted.flatMap((who) => contacts.filter(({ address, name }) => same(address, who) || same(name, who)));
}

/** For preview and picker: faces, no work. */
export const SAMPLES: readonly Contact[] = ['Anna Berger', 'Ben', 'Grandma'].map((name, at) => ({
  id: `sample-${at}`,
  accountId: '',
  address: `sample-${at}`,
  name,
  avatar: null,
  presence: at === 1 ? 'in_call' : 'reachable',
  callable: { audio: true, video: true },
  encrypted: true,
}));

/** The word under a name, and whether a call can be begun now. */
function reach(contact: Contact, snapshot: Snapshot | null, presence: boolean): readonly [word: string, can: boolean] {
  const status = snapshot?.accounts.find(({ id }) => id === contact.accountId)?.status;
  if (status?.state === 'signed-out') return [t('card.signed_out'), false];
  if (status?.state === 'degraded' && status.reason === 'network') return [t('card.account_away'), false];
  if (!presence || contact.presence === 'unknown')
    return [contact.name === contact.address ? '' : contact.address, true];
  return [t(`card.${contact.presence}`), true];
}

/** `snapshot: null` is the preview: rows that do nothing. */
export function contactRow(contact: Contact, snapshot: Snapshot | null, config: CardConfig): TemplateResult {
  const presence = config.presence ?? true;
  const [word, can] = reach(contact, snapshot, presence);
  const name = { n: contact.name };
  const call = (kind: 'voice' | 'video'): TemplateResult =>
    html`<button
      class="ib ${kind === 'video' ? 'go' : 'tonal'}"
      data-action="call-${kind}"
      aria-label=${t(`card.${kind}_to`, name)}
      ?disabled=${!can || (kind === 'video' && !contact.callable.video)}
    >
      ${icon(kind === 'video' ? video : phone)}
    </button>`;
  const who = html`${avatar(presence ? contact : { ...contact, presence: 'unknown' })}
    <span class="n"
      ><b dir="auto">${contact.name}</b>${word ? html`<small dir="auto">${word}</small>` : nothing}</span
    >`;
  const tap = config.call_on_tap;
  return html`<li class="row" data-contact=${contact.address} data-account=${contact.accountId} data-id=${contact.id}>
    ${
      (tap === 'voice' || tap === 'video') && can
        ? html`<button class="who" data-action="call-${tap}" aria-label=${t(`card.${tap}_to`, name)}>${who}</button>`
        : html`<div class="who">${who}</div>`
    }
    <span class="acts">${call('voice')}${call('video')}</span>
  </li>`;
}
