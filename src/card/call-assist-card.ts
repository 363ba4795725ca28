/**
 * What Home Assistant loads: small, tolerant, and without static imports, since it may be evaluated several
 * times under different queries (`?hacstag=…`). The app behind it is one chunk with one address.
 */
const tag = 'call-assist-card';
const page = window as { customCards?: { type: string }[]; callAssistLoading?: boolean };

page.customCards ??= [];
if (!page.customCards.some((card) => card.type === tag)) {
  page.customCards.push({
    type: tag,
    name: 'Call Assist',
    description: 'Video calls on this wall tablet, with people on Matrix and XMPP',
    preview: true,
    /** In Home Assistant's card picker: what somebody who picked this entity may want. null: not this card. */
    getEntitySuggestion(_hass: unknown, entityId: string) {
      const type = `custom:${tag}`;
      // A station's helpers are `<domain>.call_assist_<station>_<what>`.
      const station =
        /^\w+\.call_assist_(\w+?)_(?:state|with|last_result|dial|ring|link|answer|decline|hang_up|microphone|camera|do_not_disturb|display|camera_source|missed|alive)$/.exec(
          entityId,
        )?.[1];
      if (station) return { config: { type, station } };
      return entityId.startsWith('camera.') ? { config: { type } } : null;
    },
  } as { type: string });
}

/** The page of Home Assistant's cast receiver, on a TV: its elements are there before any card. */
const isTv = document.querySelector('hc-main') !== null;

if (!page.callAssistLoading && !customElements.get(tag)) {
  page.callAssistLoading = true;
  // What a TV needs older browsers have, too, and nobody there could take a newer one.
  if (isTv || isNewEnough()) void start();
  else {
    explain(
      'This browser is too old for Call Assist. It needs Chrome, Edge or Android System WebView 120, Safari (iOS, iPadOS) 17.4, or Firefox 124, or a newer one.',
    );
  }
}

/** The youngest of what the app and its libraries use everywhere; without them a call would fail halfway. */
function isNewEnough(): boolean {
  // Chrome 120, Safari 17 · Chrome 119, Safari 17.4 · Firefox 124 (MDN browser-compat-data).
  return 'canParse' in URL && 'withResolvers' in Promise && 'any' in AbortSignal;
}

/** Loads and starts the app. A missing chunk means that an update replaced the files: load the page again, once. */
async function start(): Promise<void> {
  const mark = 'call-assist-reload:app';
  try {
    const app = await (isTv ? import('./tv/index.ts') : import('./app.ts'));
    app.start();
    sessionStorage.removeItem(mark);
  } catch (error) {
    reportError(error);
    page.callAssistLoading = false;
    if (canReload(mark)) location.reload();
    else {
      explain('Call Assist could not load its files. Load this page again; if that does not help, install it again.');
    }
  }
}

function canReload(mark: string): boolean {
  try {
    if (sessionStorage.getItem(mark)) return false;
    sessionStorage.setItem(mark, '1');
    return true;
  } catch {
    return false;
  }
}

/** The card as a sentence, so that people read what to do instead of "custom element does not exist". */
function explain(text: string): void {
  if (customElements.get(tag)) return;
  customElements.define(
    tag,
    class extends HTMLElement {
      setConfig(): void {
        this.textContent = text;
        this.style.cssText =
          'display:block;padding:16px;background:var(--ha-card-background,var(--card-background-color,#fff))';
      }
    },
  );
}
