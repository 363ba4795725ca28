import { html, nothing, type TemplateResult } from 'lit';
import type { CallAssist, PersonView, Snapshot } from '../../../runtime/api.ts';
import { isMissed } from '../../../runtime/call/end-reasons.ts';
import type { RingtoneId } from '../../../runtime/platform/ringtones.ts';
import type { HistoryEntry, PersonChoice } from '../../../runtime/storage/storage.ts';
import { avatar } from '../../components/avatar.ts';
import { icon, phone, video } from '../../components/icons.ts';
import { t } from '../../localize/pages.ts';
import { momentText } from '../dates.ts';
import { kindText, Known, wayIcon, wayText } from '../history/calls.ts';
import { personDetail } from '../view.ts';
import './message.ts';
import { ringtoneRow, segment, sure, switchRow, textRow } from '../rows.ts';

export interface PersonContext {
  readonly callAssist: CallAssist;
  readonly snapshot: Snapshot;
  /** Calls with this person, newest first. */
  readonly calls: readonly HistoryEntry[];
  readonly now: number;
  readonly blocking: boolean;
  /** Somebody came to write to them. */
  readonly writes: boolean;
  change(choice: Partial<PersonChoice>): void;
  askToBlock(asked: boolean): void;
  dial(video: boolean): void;
  preview(ringtone: RingtoneId): void;
  allCalls(): void;
}

/** Who it is and how to call, beside what people here chose for this person. */
export function personPage(person: PersonView, context: PersonContext): TemplateResult {
  return html`<div class="person">
    <div>${face(person, context)}</div>
    <div>${choices(person, context)}${calls(context)}</div>
  </div>`;
}

function face(person: PersonView, { callAssist, snapshot, writes, dial }: PersonContext): TemplateResult {
  const { name, ownName, address, presence, callable, accountId, id, writable } = person;
  const account = snapshot.accounts.find(({ id }) => id === accountId);
  const call = (kind: 'voice' | 'video'): TemplateResult => {
    const word = t(`hist.${kind}`);
    // It begins with what can be read, which is what somebody says to have it pressed.
    return html`<button
      class="call-button ${kind}"
      data-action="call-${kind}"
      aria-label="${word}: ${t(`card.${kind}_to`, { n: name })}"
      ?disabled=${kind === 'video' && !callable.video}
      @click=${() => dial(kind === 'video')}
    >
      ${icon(kind === 'video' ? video : phone)}<span>${word}</span>
    </button>`;
  };
  return html`<div class="box face">
    ${avatar(person)}
    <h3 class="name ${name.length > 24 ? 'long' : ''}" dir="auto">${name}</h3>
    ${presence === 'unknown' ? nothing : html`<p class="sub">${t(`card.${presence}`)}</p>`}
    ${ownName === name ? nothing : html`<p class="sub" dir="auto">${ownName}</p>`}
    <p class="hint"><bdi>${address}</bdi>${account ? html` · <bdi>${account.protocolName}</bdi>` : nothing}</p>
    <div class="two">${call('voice')}${call('video')}</div>
    ${
      writable
        ? html`<ca-message
            .callAssist=${callAssist}
            .detail=${personDetail(accountId, id)}
            .writing=${writes}
          ></ca-message>`
        : nothing
    }
  </div>`;
}

function choices(
  person: PersonView,
  { snapshot, change, preview, blocking, askToBlock }: PersonContext,
): TemplateResult {
  const { favourite, alias, ringtone, autoAnswer, throughQuiet, blocked, ownName, name } = person;
  const dropIn = (['off', 'voice', 'video'] as const).map((id) => ({ id, label: t(`con.drop_in.${id}`) }));
  return html`<div class="box">
    ${switchRow({ name: 'favourite', word: t('con.favourite'), help: t('con.favourite_help'), on: favourite, change: (on) => change({ favourite: on }) })}
    ${textRow({ name: 'alias', word: t('con.alias'), help: t('con.alias_help'), value: alias ?? '', longest: 60, placeholder: ownName, change: (text) => change({ alias: text || null }) })}
    ${ringtoneRow({ name: 'ringtone', chosen: ringtone, fallback: snapshot.settings.ringtone, change: (tone) => change({ ringtone: tone }), preview })}
    <div class="line">
      <span class="t"><b>${t('con.drop_in')}</b><small>${t('con.drop_in_help')}</small></span>
      ${segment('drop-in', t('con.drop_in'), dropIn, autoAnswer, (id) => change({ autoAnswer: id as PersonChoice['autoAnswer'] }))}
    </div>
    ${switchRow({ name: 'through-quiet', word: t('con.through_quiet'), on: throughQuiet, change: (on) => change({ throughQuiet: on }) })}
    ${
      blocking
        ? sure(t('con.block_sure', { n: name }), t('con.block'), {
            yes: () => change({ blocked: true }),
            no: () => askToBlock(false),
          })
        : html`<div class="line">
            <span class="t"
              ><b>${t(blocked ? 'con.blocked' : 'con.block')}</b><small>${t('con.block_help')}</small></span
            >
            <button
              class="btn edge"
              data-action=${blocked ? 'unblock' : 'block'}
              @click=${() => (blocked ? change({ blocked: false }) : askToBlock(true))}
            >
              ${t(blocked ? 'con.unblock' : 'con.block')}
            </button>
          </div>`
    }
  </div>`;
}

function calls({ calls: all, snapshot, now, allCalls }: PersonContext): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  const known = new Known(snapshot);
  return html`<h3 class="cap">${t('page.history')}</h3>
    <ul class="box">
      ${all.map(
        (entry) =>
          html`<li class="line ${isMissed(entry) ? 'missed' : ''}">
            <span class="way">${wayIcon(entry)}</span>
            <span class="t"
              ><b>${kindText(entry)}</b><small>${wayText(entry, known)} · ${momentText(entry.began, now)}</small></span
            >
          </li>`,
      )}
      <li class="part">
        <div class="acts">
          <button class="btn" data-action="all-calls" @click=${allCalls}>${t('con.all_calls')}</button>
        </div>
      </li>
    </ul>`;
}
