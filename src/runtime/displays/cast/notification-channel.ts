import type { Millis } from '../../call/call.ts';
import type { HomeAssistant } from '../../home-assistant/home-assistant.ts';
import type { Clock } from '../../platform/platform.ts';
import { Store } from '../../platform/readable.ts';
import type { Scope } from '../../platform/scope.ts';
import { until } from '../../platform/until.ts';
import { toBase64Url } from './bytes.ts';
import type { LinkChannel } from './channel.ts';
import type { LinkSecret } from './seal.ts';

/** What Home Assistant tells who follows its notifications (core, persistent_notification). */
interface Told {
  readonly type: 'current' | 'added' | 'updated' | 'removed';
  readonly notifications: Readonly<Record<string, { readonly message: string }>>;
}
type Home = Pick<HomeAssistant, 'connected' | 'callService' | 'subscribeOnce'>;

/** What people who look into the list of notifications at that moment see of it. */
const TITLE = 'Call Assist';
const TOLD_WITHIN: Millis = 3_000;

/**
 * A notification of Home Assistant as a channel, for a house without a `_link` helper: anybody may make and take away one,
 * and nothing of it is kept in history. It is in everybody's list for the second that two pages need.
 * @param secret of the display session, which both know: the notification is named after it
 */
export async function notificationChannel(
  home: Home,
  secret: LinkSecret,
  clock: Clock,
  scope: Scope,
): Promise<LinkChannel> {
  const channel = new NotificationChannel(home, await nameOf(secret), scope);
  await channel.told(clock);
  return channel;
}

class NotificationChannel implements LinkChannel {
  readonly text = new Store<string | null>(null);
  readonly #home: Home;
  readonly #id: string;
  readonly #scope: Scope;
  readonly #said = new Set<string>();
  /** What follows the notifications over the connection that there is. */
  #following: Scope;

  constructor(home: Home, id: string, scope: Scope) {
    this.#home = home;
    this.#id = id;
    this.#scope = scope;
    this.#following = scope.child();
    scope.add(() => this.#takeAway());
    scope.add(home.connected.subscribe(() => void this.#follow()));
    void this.#follow();
  }

  /** Resolves when it is known what is there, or soon. */
  async told(clock: Clock): Promise<void> {
    const { signal } = this.#scope;
    await until(this.text, (text) => text !== null, { clock, limit: TOLD_WITHIN, signal });
  }

  async write(text: string, answers?: string): Promise<void> {
    // Taken away meanwhile, or written over: who asked has given up.
    if (answers !== undefined && this.text.value !== answers) throw new Error('nobody waits for this answer');
    const id = { notification_id: this.#id };
    if (text === '') return this.#home.callService('persistent_notification', 'dismiss', id);
    this.#said.add(text);
    await this.#home.callService('persistent_notification', 'create', { ...id, title: TITLE, message: text });
  }

  /** A subscription ends with its connection; one that is made after that is ended at once. */
  async #follow(): Promise<void> {
    void this.#following.close();
    const following = (this.#following = this.#scope.child());
    this.text.set(null);
    if (!this.#home.connected.value || following.closed) return;
    const message = { type: 'persistent_notification/subscribe' };
    const hear = (told: Told): void => {
      if (!following.closed) this.#hear(told);
    };
    following.add(await this.#home.subscribeOnce<Told>(message, hear).catch(() => () => {}));
  }

  #hear({ type, notifications }: Told): void {
    const message = notifications[this.#id]?.message;
    if (message === undefined) {
      if (type === 'current') this.text.set('');
    } else this.text.set(type === 'removed' ? '' : message);
  }

  /** What we have said, and nobody has taken away. */
  async #takeAway(): Promise<void> {
    const { value } = this.text;
    if (value !== null && this.#said.has(value)) await this.write('').catch(() => {});
  }
}

/** Tells nothing of the secret: a part of what it seals. */
async function nameOf(secret: LinkSecret): Promise<string> {
  const sealed = await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode('notification'));
  return `call_assist_link_${toBase64Url(new Uint8Array(sealed).subarray(0, 9))}`;
}
