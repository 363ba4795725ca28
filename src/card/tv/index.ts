import { browserPlatform } from '../../runtime/platform/browser-platform.ts';
import { TvCard } from './card.ts';
import { CaCastView } from './cast-view.ts';
import { TvStage } from './stage.ts';

/**
 * What a TV's page loads instead of the telephone: no accounts, no camera, no worker, nothing stored. Home Assistant's
 * cast receiver has no page-wide connection either; it comes with the cards.
 */
export function start(): void {
  if (customElements.get('call-assist-card')) return;
  if (!customElements.get('ca-cast-view')) customElements.define('ca-cast-view', CaCastView);
  const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
  TvCard.stage = new TvStage({ platform: browserPlatform(), random });
  customElements.define('call-assist-card', TvCard);
}
