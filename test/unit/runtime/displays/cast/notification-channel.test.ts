import { expect } from '@open-wc/testing';
import type { LinkChannel } from '../../../../../src/runtime/displays/cast/channel.ts';
import { notificationChannel } from '../../../../../src/runtime/displays/cast/notification-channel.ts';
import { type LinkSecret, importSecret, newSecret } from '../../../../../src/runtime/displays/cast/seal.ts';
import { Store, type Unsubscribe } from '../../../../../src/runtime/platform/readable.ts';
import { Scope } from '../../../../../src/runtime/platform/scope.ts';
import { FakeClock, settled } from '../../../support/fake-clock.ts';

/** Home Assistant's notifications, as everybody who is signed in sees them. */
class Notifications {
  readonly connected = new Store(true);
  readonly listed = new Map<string, string>();
  readonly heard = new Set<(told: object) => void>();
  refuses = false;
  /** What a subscription waits for, before it is made. */
  late: Promise<void> | null = null;

  async callService(domain: string, service: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    expect(domain).to.equal('persistent_notification');
    if (this.refuses) throw new Error('refused');
    const id = String(data['notification_id']);
    const before = this.listed.get(id);
    if (service === 'create') {
      this.listed.set(id, String(data['message']));
      this.#tell(before === undefined ? 'added' : 'updated', id, String(data['message']));
    } else if (before !== undefined) {
      this.listed.delete(id);
      this.#tell('removed', id, before);
    }
  }

  async subscribeOnce<T>({ type }: { readonly type: string }, heard: (event: T) => void): Promise<Unsubscribe> {
    expect(type).to.equal('persistent_notification/subscribe');
    if (this.refuses) throw new Error('refused');
    await this.late;
    const hear = heard as (told: object) => void;
    this.heard.add(hear);
    const notifications = Object.fromEntries([...this.listed].map(([id, message]) => [id, { message }]));
    hear({ type: 'current', notifications });
    return () => void this.heard.delete(hear);
  }

  lose(): void {
    this.heard.clear();
    this.connected.set(false);
  }

  #tell(type: string, id: string, message: string): void {
    for (const hear of this.heard) hear({ type, notifications: { [id]: { message } } });
  }
}

describe('a notification as the link', () => {
  let home: Notifications;
  let clock: FakeClock;
  let secret: LinkSecret;
  let scopes: Scope[];

  beforeEach(async () => {
    [home, clock, scopes] = [new Notifications(), new FakeClock(), []];
    secret = await importSecret(newSecret((count) => crypto.getRandomValues(new Uint8Array(count))));
  });
  afterEach(async () => {
    for (const scope of scopes) await scope.close();
    expect([home.heard.size, home.connected.listeners, clock.pending]).to.deep.equal([0, 0, 0]);
    expect([...home.listed.keys()]).to.deep.equal([]);
  });

  const page = (withSecret = secret): Promise<LinkChannel> => {
    const scope = new Scope((error) => {
      throw error;
    });
    scopes.push(scope);
    return notificationChannel(home, withSecret, clock, scope);
  };

  it('carries what one page says to the other, and is taken away', async () => {
    const [kiosk, tv] = [await page(), await page()];
    expect(kiosk.text.value).to.equal('');
    await tv.write('Rready');
    expect(kiosk.text.value).to.equal('Rready');
    await kiosk.write('Ooffer');
    await tv.write('Aanswer', 'Ooffer');
    expect(kiosk.text.value).to.equal('Aanswer');
    await kiosk.write('');
    expect([kiosk.text.value, tv.text.value, home.listed.size]).to.deep.equal(['', '', 0]);
  });

  it('knows what was said before it listened', async () => {
    await (await page()).write('Rready');
    expect((await page()).text.value).to.equal('Rready');
  });

  it('is another for another session', async () => {
    const other = await page(await importSecret(newSecret(() => new Uint8Array(16))));
    await (await page()).write('Rready');
    expect(other.text.value).to.equal('');
  });

  it('answers nobody who has given up', async () => {
    const [kiosk, tv] = [await page(), await page()];
    await kiosk.write('Ooffer');
    await kiosk.write('');
    const refused = await tv.write('Aanswer', 'Ooffer').catch((error: Error) => error.message);
    expect(refused).to.equal('nobody waits for this answer');
  });

  it('listens again after a lost connection', async () => {
    const [kiosk, tv] = [await page(), await page()];
    home.lose();
    expect(kiosk.text.value).to.equal(null);
    home.connected.set(true);
    await settled();
    await tv.write('Rready');
    expect(kiosk.text.value).to.equal('Rready');
  });

  it('follows once where a connection was lost while the subscription was made', async () => {
    const kiosk = await page();
    const made = Promise.withResolvers<void>();
    home.lose();
    home.late = made.promise;
    home.connected.set(true);
    home.lose();
    home.late = null;
    home.connected.set(true);
    await settled();
    await kiosk.write('Rready');
    home.listed.clear();
    made.resolve();
    await settled();
    expect([home.heard.size, kiosk.text.value]).to.deep.equal([1, 'Rready']);
  });

  it('is none where Home Assistant refuses, after a while', async () => {
    home.refuses = true;
    const asking = page();
    // Its name is made first.
    while (clock.pending === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await clock.advance(3_000);
    const channel = await asking;
    expect(channel.text.value).to.equal(null);
    expect(await channel.write('Rready').catch((error: Error) => error.message)).to.equal('refused');
  });

  it('takes away what it has said when it is over, and only that', async () => {
    await page();
    await (await page()).write('Rready');
    await scopes[0]!.close();
    expect(home.listed.size).to.equal(1);
    await scopes[1]!.close();
    expect(home.listed.size).to.equal(0);
  });
});
