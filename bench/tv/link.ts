/** When the link was first written to by either page, in ms since 1970 as the tablet's page hears of it; 0: not yet. */
export interface LinkTimes {
  ready: number;
  offer: number;
  answer: number;
}

/** Runs in the tablet's page: notes into `window.linkTimes` what Home Assistant tells of the link. */
export async function noteLink(link: string): Promise<void> {
  type Changes = { readonly c?: Readonly<Record<string, { readonly '+'?: { readonly s?: string } }>> };
  interface Connection {
    subscribeMessage(heard: (changes: Changes) => void, message: object): Promise<() => void>;
  }
  const app = document.querySelector('home-assistant') as unknown as { hass: { connection: Connection } };
  const before = window as unknown as { endLinkTimes?: () => void };
  before.endLinkTimes?.();
  const linkTimes: LinkTimes = { ready: 0, offer: 0, answer: 0 };
  const kinds: Readonly<Record<string, keyof LinkTimes>> = { R: 'ready', O: 'offer', A: 'answer' };
  const heard = ({ c: changed }: Changes): void => {
    const kind = kinds[changed?.[link]?.['+']?.s?.[0] ?? ''];
    if (kind) linkTimes[kind] ||= Date.now();
  };
  const message = { type: 'subscribe_entities', entity_ids: [link] };
  const endLinkTimes = await app.hass.connection.subscribeMessage(heard, message);
  Object.assign(window, { linkTimes, endLinkTimes });
}
