import type { Millis } from '../../call/call.ts';
import { Store } from '../../platform/readable.ts';
import type { Capability, DisplayFailure, DisplaySession } from '../displays.ts';
import type { Rung, RungOpening, RungTools } from '../rung.ts';
import type { DisplayId } from '../view.ts';
import { Go2rtc } from './go2rtc.ts';
import { canOpenStreams } from './players.ts';
import { serverAddress } from './server-address.ts';
import { openStreamView } from './stream-view.ts';

export interface StreamRungOptions extends RungTools {
  /** `station.displayServer`; asked each time. */
  readonly server: () => string;
  /** Of this page: `https:` or `http:`. */
  readonly pageProtocol: string;
  readonly fetch: typeof fetch;
  /** The integration that a media player is of; null: not known. */
  readonly integrationOf: (display: DisplayId) => Promise<string | null>;
}

/** One answer serves for all players of a list. */
const ANSWER_HOLDS: Millis = 5_000;

/** The second way to a display: any player that opens addresses, by way of a go2rtc that both reach. */
export class StreamRung implements Rung {
  readonly way = 'stream';
  readonly #options: StreamRungOptions;
  #greeted: { readonly address: string; readonly at: Millis; readonly answers: Promise<boolean> } | null = null;

  constructor(options: StreamRungOptions) {
    this.#options = options;
  }

  async can(display: DisplayId): Promise<Capability> {
    const { home, server, pageProtocol, integrationOf } = this.#options;
    const player = canOpenStreams(home.states.value, display, await integrationOf(display));
    if (!player.can) return player;
    const address = serverAddress(server(), pageProtocol);
    if (typeof address === 'string') return { can: false, why: address };
    return (await this.#answers(address)) ? { can: true } : { can: false, why: 'server_away' };
  }

  open(opening: RungOpening): DisplaySession {
    const { server, pageProtocol, integrationOf } = this.#options;
    const address = serverAddress(server(), pageProtocol);
    if (typeof address === 'string') return failed(address);
    const integration = integrationOf(opening.display).catch(() => null);
    return openStreamView({ ...this.#options, ...opening, server: this.#at(address), integration });
  }

  #at(server: URL): Go2rtc {
    const { fetch, platform } = this.#options;
    return new Go2rtc({ server, fetch, clock: platform.clock });
  }

  #answers(server: URL): Promise<boolean> {
    const now = this.#options.platform.clock.now();
    const known = this.#greeted;
    if (known && known.address === server.href && now - known.at < ANSWER_HOLDS) return known.answers;
    const greeting = this.#at(server).greet(new AbortController().signal);
    const answers = greeting.then(
      () => true,
      () => false,
    );
    this.#greeted = { address: server.href, at: now, answers };
    return answers;
  }
}

function failed(reason: DisplayFailure): DisplaySession {
  return {
    state: new Store({ state: 'failed', reason }),
    volume: new Store<number | null>(null),
    setVolume: () => Promise.resolve(),
  };
}
