import type { EntityStates } from './home-assistant.ts';

interface HomeAssistantElement extends HTMLElement {
  readonly hass?: { readonly states?: EntityStates };
}

/** The states that Home Assistant's page has anyway, for who needs no connection of its own. Empty before they came. */
export function pageStates(): EntityStates {
  return document.querySelector<HomeAssistantElement>('home-assistant')?.hass?.states ?? {};
}
