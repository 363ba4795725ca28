import { html, type TemplateResult } from 'lit';
import type { CallView } from '../../../../runtime/api.ts';
import { icon } from '../../../components/icons.ts';
import { t } from '../../../localize/rings.ts';
import { second } from '../second.ts';
import { door } from './icons.ts';

/** A door rings while a call runs: who stands there can be seen. null: it looks like any call. */
export function secondRing(waiting: CallView, running: CallView): TemplateResult | null {
  const { ring, peer } = waiting;
  if (ring?.kind !== 'door') return null;
  const n = peer.name;
  return second(waiting, running, {
    face: ring.still ? html`<img class="still" src=${ring.still} alt=${t('ring.still', { n })} />` : icon(door),
    kind: t('ring.door'),
    answer: door,
    decline: t('ring.ignore'),
    declineLabel: t('ring.ignore_from', { n }),
  });
}
