import { startCallAssist } from '../runtime/runtime.ts';
import { hostActions } from './actions-host.ts';
import { hostBackground } from './background-host.ts';
import { CallAssistCard } from './card.ts';
import { setLanguage } from './localize/localize.ts';
import { hostOverlay } from './overlay-host.ts';
import { callAssist } from './page.ts';

/** Starts the runtime and its overlay, once per page however often the card is loaded, and defines the card. */
export function start(): void {
  if (!callAssist()) {
    // Calls come in on every panel; the first card may be far away.
    void setLanguage(pageLanguage());
    const api = startCallAssist();
    hostOverlay(api);
    hostBackground(api, import.meta.url);
    hostActions(api);
    let chosen: string | null = null;
    // A language that somebody chose for this device counts at once, on panels without a card too.
    api.snapshot.subscribe(({ settings: { language } }) => {
      if (language === chosen) return;
      chosen = language;
      void setLanguage(language ?? pageLanguage());
    });
  }
  CallAssistCard.editor = () => import('../editor/config-form.ts');
  if (!customElements.get('call-assist-card')) customElements.define('call-assist-card', CallAssistCard);
}

function pageLanguage(): string {
  return document.documentElement.lang || navigator.language;
}
