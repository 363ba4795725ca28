import { expect } from '@open-wc/testing';
import { HomeAssistantError } from '../../../../src/runtime/home-assistant/home-assistant.ts';
import { createTvView, findTvView, removeTvView } from '../../../../src/runtime/home-assistant/tv-view.ts';
import { TV_YAML } from '../../../../src/runtime/home-assistant/tv-view-plan.ts';

type Message = { readonly type: string } & Readonly<Record<string, unknown>>;
interface Dashboard {
  readonly id?: string;
  readonly url_path: string;
  readonly title: string;
  readonly mode?: string;
}

/** The dashboards of a home, as Home Assistant's websocket has them. */
class Dashboards {
  isAdmin = true;
  readonly list: Dashboard[] = [{ id: 'rooms', url_path: 'rooms-upstairs', title: 'Rooms' }];
  readonly configs = new Map<string, object>([['rooms-upstairs', { views: [{ title: 'Bath' }] }]]);
  readonly asked: string[] = [];
  fails: string | null = null;

  async request<T>(message: Message): Promise<T> {
    await Promise.resolve();
    this.asked.push(message.type);
    if (this.fails !== null) throw new HomeAssistantError(this.fails, this.fails);
    return this.#answer(message) as T;
  }

  #answer({ type, ...message }: Message): unknown {
    const path = String(message['url_path']);
    switch (type) {
      case 'auth/current_user':
        return { is_admin: this.isAdmin };
      case 'lovelace/dashboards/list':
        return [...this.list];
      case 'lovelace/config':
        if (!this.configs.has(path)) throw new HomeAssistantError('config_not_found', 'No config found.');
        return this.configs.get(path);
      case 'lovelace/dashboards/create':
        if (!path.includes('-') || this.list.some(({ url_path }) => url_path === path))
          throw new HomeAssistantError('invalid_format', 'bad path');
        this.list.push({ ...(message as unknown as Dashboard), id: path.replaceAll('-', '_') });
        return this.list.at(-1);
      case 'lovelace/config/save':
        if (!this.list.some(({ url_path }) => url_path === path))
          throw new HomeAssistantError('config_not_found', 'Unknown config specified');
        this.configs.set(path, message['config'] as object);
        return null;
      case 'lovelace/dashboards/delete': {
        const at = this.list.findIndex(({ id }) => id === message['dashboard_id']);
        const [gone] = this.list.splice(at, 1);
        this.configs.delete(gone?.url_path ?? '');
        return null;
      }
      default:
        throw new HomeAssistantError('unknown_command', type);
    }
  }
}

const OURS = { ok: true, view: { dashboard: 'call-assist-tv', index: 0 } } as const;
const card = { type: 'custom:call-assist-card', mode: 'tv' };

describe('the view for TVs', () => {
  let home: Dashboards;
  let others: string;
  const untouched = (): string => JSON.stringify([home.list[0], home.configs.get('rooms-upstairs')]);
  beforeEach(() => {
    home = new Dashboards();
    others = untouched();
  });
  afterEach(() => expect(untouched()).to.equal(others));

  it('is made, hidden from the sidebar, found again, and left alone the next time', async () => {
    expect(await findTvView(home)).to.equal(null);
    expect(await createTvView(home)).to.deep.equal(OURS);
    expect(home.list[1]).to.deep.include({
      url_path: 'call-assist-tv',
      mode: 'storage',
      show_in_sidebar: false,
      require_admin: false,
    });
    expect(home.configs.get('call-assist-tv')).to.have.property('views').with.lengthOf(1);
    home.asked.length = 0;
    expect([await createTvView(home), await findTvView(home)]).to.deep.equal([OURS, OURS.view]);
    expect(home.asked.filter((type) => /create|save/.test(type))).to.deep.equal([]);
  });

  it('is filled where it was made and never filled, or emptied', async () => {
    await createTvView(home);
    for (const config of [undefined, {}, { views: [] }]) {
      if (config) home.configs.set('call-assist-tv', config);
      else home.configs.delete('call-assist-tv');
      expect(await findTvView(home)).to.equal(null);
      expect(await createTvView(home)).to.deep.equal(OURS);
      expect(await findTvView(home)).to.deep.equal(OURS.view);
    }
    expect(home.list).to.have.lengthOf(2);
  });

  it('is found among other views, and deep in one', async () => {
    await createTvView(home);
    const sections = [{ type: 'grid', cards: [{ type: 'conditional', card }] }];
    home.configs.set('call-assist-tv', { views: [{ cards: [{ ...card, mode: 'automatic' }] }, { sections }] });
    expect(await findTvView(home)).to.deep.equal({ dashboard: 'call-assist-tv', index: 1 });
    expect(await createTvView(home)).to.deep.equal({ ok: true, view: { dashboard: 'call-assist-tv', index: 1 } });
  });

  it('leaves a dashboard alone that has its path and is not ours', async () => {
    const theirs = { views: [{ cards: [{ type: 'markdown' }] }] };
    home.list.push({ id: 'theirs', url_path: 'call-assist-tv', title: 'Mine' });
    home.configs.set('call-assist-tv', theirs);
    home.list.push({ id: 'empty', url_path: 'call-assist-tv-2', title: 'Somebody began this' });
    const made = { dashboard: 'call-assist-tv-3', index: 0 };
    expect(await createTvView(home)).to.deep.equal({ ok: true, view: made });
    expect(await findTvView(home)).to.deep.equal(made);
    expect(await removeTvView(home)).to.deep.equal({ ok: true, outcome: 'removed' });
    expect(home.list.map(({ id }) => id)).to.deep.equal(['rooms', 'theirs', 'empty']);
    expect(home.configs.get('call-assist-tv')).to.equal(theirs);
  });

  it('is removed, with its dashboard unless that has more', async () => {
    expect(await removeTvView(home)).to.deep.equal({ ok: true, outcome: 'missing' });
    await createTvView(home);
    const clock = { title: 'Clock', cards: [{ type: 'clock' }] };
    home.configs.set('call-assist-tv', { title: 'TVs', views: [clock, { cards: [card] }] });
    expect(await removeTvView(home)).to.deep.equal({ ok: true, outcome: 'removed' });
    expect(home.configs.get('call-assist-tv')).to.deep.equal({ title: 'TVs', views: [clock] });
    home.configs.set('call-assist-tv', { views: [{ cards: [card] }] });
    expect(await removeTvView(home)).to.deep.equal({ ok: true, outcome: 'removed' });
    expect(home.list).to.have.lengthOf(1);
  });

  it('is found in YAML, and kept there', async () => {
    home.list.push({ url_path: 'call-assist-tv', title: 'TV', mode: 'yaml' });
    home.configs.set('call-assist-tv', { views: [{ cards: [card] }] });
    expect(await createTvView(home)).to.deep.equal(OURS);
    expect(await removeTvView(home)).to.deep.equal({ ok: true, outcome: 'kept' });
    expect(TV_YAML).to.include('type: custom:call-assist-card').and.include('mode: tv');
  });

  it('says why nothing was changed', async () => {
    home.isAdmin = false;
    for (const change of [createTvView, removeTvView]) {
      home.fails = null;
      expect(await change(home)).to.deep.equal({ ok: false, refused: 'not_admin' });
      for (const [code, refused] of [
        ['connection_lost', 'home_assistant_away'],
        ['timeout', 'home_assistant_away'],
        ['unauthorized', 'not_admin'],
        ['error', 'refused'],
      ]) {
        home.fails = code!;
        expect(await change(home)).to.deep.equal({ ok: false, refused });
      }
    }
    const error: unknown = await findTvView(home).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(HomeAssistantError);
    expect(home.list).to.have.lengthOf(1);
  });
});
