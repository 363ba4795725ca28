/**
 * What makes Home Assistant's frontend its receiver app on the TV's page. That app is not part of Home Assistant's
 * packages, so the frontend runs in its place: it connects as the receiver does, with the credentials that were sent and
 * to the address that came with them, and around it are the receiver's elements, as cards find them there. Bundled and
 * put into the page by `https.ts`; `home-assistant-app.ts` says what to show.
 */
import { createConnection, getAuth, type AuthData } from 'home-assistant-js-websocket';

/** What the receiver was asked to show. */
export interface Wanted {
  readonly viewPath: string;
  readonly urlPath: string | null;
  /** Of dashboard and view. */
  readonly title: string;
}

/** Known to the page before it is loaded. */
export interface Receiver {
  readonly credentials: AuthData;
  readonly wanted: Wanted;
}

declare global {
  interface Window {
    receiver: Receiver;
    /** Shows another view without loading the page anew. The same view with another path stays as it is. */
    showView?: (address: string, wanted: Wanted) => void;
    hassConnectionReady?: (connection: unknown) => void;
  }
}

type Page = Window & { hassConnection?: Promise<unknown> };

/** The element of the receiver that has a view. */
const lovelace = document.createElement('hc-lovelace');
const main = document.createElement('hc-main');

const { credentials, wanted } = window.receiver;
show(wanted);
main.attachShadow({ mode: 'open' }).append(lovelace);
document.body.append(main);

window.showView = (address, other) => {
  show(other);
  if (location.pathname !== address) {
    history.pushState(null, '', address);
    dispatchEvent(new CustomEvent('location-changed', { detail: { replace: false } }));
  }
  const detail = { title: other.title };
  lovelace.dispatchEvent(new CustomEvent('cast-view-changed', { bubbles: true, composed: true, detail }));
};

void withoutHeader();

const page = window as Page;
page.hassConnection = connect();
page.hassConnectionReady?.(page.hassConnection);
settle();

function show({ viewPath, urlPath }: Wanted): void {
  Object.assign(lovelace, { viewPath, urlPath });
}

async function connect(): Promise<object> {
  const auth = await getAuth({ loadTokens: async () => credentials });
  return { auth, conn: await createConnection({ auth }) };
}

/** The receiver shows views alone; the frontend's kiosk mode keeps the tabs of a dashboard. */
async function withoutHeader(): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host { --header-height: 0px; } .header { display: none; }');
  const root = (await customElements.whenDefined('hui-root')) as unknown as { elementStyles: CSSStyleSheet[] };
  root.elementStyles.push(sheet);
}

/** Once the frontend is connected, what the receiver has not is taken away; cards are loaded after that. */
function settle(): void {
  const home = document.querySelector<HTMLElement & { hass?: { states?: object } }>('home-assistant');
  if (!home?.hass?.states) return void setTimeout(settle, 5);
  delete page.hassConnection;
  dispatchEvent(new CustomEvent('hass-kiosk-mode', { detail: { enable: true } }));
}
