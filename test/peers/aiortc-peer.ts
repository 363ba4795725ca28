import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A line the peer tells; see `aiortc_peer.py`. */
export interface PeerEvent {
  readonly event: string;
  readonly [key: string]: unknown;
}

export interface PeerStats {
  readonly frames: number;
  readonly width: number;
  readonly height: number;
  readonly timecode: number | null;
  readonly audio_frames: number;
  readonly audio_energy: number;
  readonly peer_connections: number;
}

/** The independent Matrix peer (aiortc, not libwebrtc) as a child process. */
export class AiortcPeer {
  readonly events: PeerEvent[] = [];
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();
  #asked = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    createInterface({ input: child.stdout! }).on('line', (line) => this.#heard(JSON.parse(line) as PeerEvent));
    child.once('exit', (code) => this.#heard({ event: 'exit', code }));
  }

  /** @param python the interpreter of the environment that has aiortc. Resolves when it has signed in and listens. */
  static async start(
    python: string,
    options: { readonly baseUrl: string; readonly user: string; readonly password: string },
  ): Promise<AiortcPeer> {
    const script = fileURLToPath(new URL('./aiortc_peer.py', import.meta.url));
    const { baseUrl, user, password } = options;
    const child = spawn(python, ['-B', script, '--base-url', baseUrl, '--user', user, '--password', password], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const peer = new AiortcPeer(child);
    await peer.until('ready');
    return peer;
  }

  #heard(event: PeerEvent): void {
    this.events.push(event);
    for (const listener of [...this.#listeners]) listener();
  }

  /** The next event of this name after those already taken by an earlier call. @throws after `timeout` ms */
  async until(event: string, timeout = 20_000): Promise<PeerEvent> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const at = this.events.findIndex((candidate) => candidate.event === event);
        const [found] = at < 0 ? [] : this.events.splice(at, 1);
        if (found) return settle(() => resolve(found));
        if (this.events.some((candidate) => candidate.event === 'exit')) fail('the peer has ended');
      };
      const settle = (done: () => void): void => {
        this.#listeners.delete(look);
        clearTimeout(timer);
        done();
      };
      const fail = (why: string): void =>
        settle(() => reject(new Error(`aiortc peer: no "${event}", ${why}; it told ${JSON.stringify(this.events)}`)));
      const timer = setTimeout(() => fail(`waited ${timeout} ms`), timeout);
      this.#listeners.add(look);
      look();
    });
  }

  tell(order: { readonly do: string; readonly [key: string]: unknown }): void {
    this.#child.stdin!.write(`${JSON.stringify(order)}\n`);
  }

  async stats(): Promise<PeerStats> {
    const id = ++this.#asked;
    this.tell({ do: 'stats', id });
    for (;;) {
      const answer = await this.until('stats', 5_000);
      if (answer['id'] === id) return answer as unknown as PeerStats;
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.tell({ do: 'quit' });
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(kill);
  }
}
