import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tail } from '../processes.ts';
import { waitFor } from '../wait.ts';
import { conversationWith, isCallable, readCalls, type DinoCall } from './database.ts';
import { capture, type Picture } from './picture.ts';
import type { Session } from './session.ts';
import { firstSound, loudness } from './sound.ts';
import { readTimecode } from './timecode.ts';
import { callWindow, clickCall, clickInCall, pressEscape } from './window.ts';

/** Milliseconds that things take at most. */
const limits = { online: 20_000, callable: 10_000, rings: 10_000, step: 4000 } as const;
const attempts = 3;

/** What a person does with Dino, and what such a person sees and hears. Every wait ends with an error that names it. */
export class DinoDriver {
  readonly #session: Session;
  readonly #jid: string;
  readonly #logFile: string;
  readonly #signal: AbortSignal;
  /** The newest incoming call that somebody has waited for. */
  #taken = 0;

  /** @param signal ends every wait */
  constructor(session: Session, jid: string, logFile: string, signal: AbortSignal) {
    this.#session = session;
    this.#jid = jid;
    this.#logFile = logFile;
    this.#signal = signal;
  }

  /** Resolves when the server has told Dino that it is there: it can be called from now on. */
  async online(): Promise<void> {
    const sees = `from='${this.#jid}/dino'`;
    await this.#step('come online', limits.online, async () =>
      read(this.#logFile)
        .split('\n')
        .some((line) => line.includes(':presence ') && line.includes(sees) && !line.includes('unavailable')),
    );
  }

  /** Shows the conversation with somebody. @param peer bare JID */
  async open(peer: string): Promise<void> {
    const method = ['-o', '/im/dino/Dino', '-m', 'org.freedesktop.Application.Open'];
    await this.#session.run('gdbus', ['call', '--session', '-d', 'im.dino.Dino', ...method, `['xmpp:${peer}']`, '{}']);
  }

  /**
   * Calls somebody and resolves with the new call once the proposal is out. Whoever is called must be online with
   * the features of a device that takes calls, else Dino shows no button.
   * @param peer bare JID
   */
  async call(peer: string, media: 'audio' | 'video'): Promise<DinoCall> {
    const before = (await this.calls()).at(-1)?.id ?? 0;
    await this.open(peer);
    await this.#step(`find ${peer} able to take calls`, limits.callable, () => isCallable(this.#session, peer));
    return this.#again(`call ${peer}`, async () => {
      await pressEscape(this.#session); // a menu that an attempt has left
      await clickCall(this.#session, media);
      return this.#step('begin the call', limits.step, async () => {
        const call = (await this.calls()).find(({ id, direction }) => id > before && direction === 'outgoing');
        return call && (await callWindow(this.#session)) && call;
      });
    });
  }

  /** Resolves with the next call that comes in. One that was over before is skipped. */
  async rings(timeout: number = limits.rings): Promise<DinoCall> {
    const call = await this.#step('ring', timeout, async () =>
      (await this.calls()).find(
        ({ id, direction, state }) => id > this.#taken && direction === 'incoming' && state === 'ended',
      ),
    );
    this.#taken = call.id;
    return call;
  }

  /** Answers a call that rings, the next one if none is named, and resolves when its window is open. */
  async accept(call?: DinoCall): Promise<DinoCall> {
    const ringing = call ?? (await this.rings());
    await this.#again('answer', async () => {
      await this.#act('accept-call', ringing);
      await this.#step('open the window of the call', limits.step, () => callWindow(this.#session));
    });
    return ringing;
  }

  /** Declines a call that rings, the next one if none is named. */
  async reject(call?: DinoCall): Promise<DinoCall> {
    const ringing = call ?? (await this.rings());
    await this.#act('reject-call', ringing);
    return this.#step('decline', limits.step, async () =>
      (await this.calls()).find(({ id, state }) => id === ringing.id && state === 'declined'),
    );
  }

  /**
   * Ends the call whose window is open, whether it rings or runs. Let a call with video run for a second first: Dino
   * 0.4.2 without a camera can crash when it is ended while it begins.
   */
  async hangUp(): Promise<void> {
    await this.#again('hang up', async () => {
      await clickInCall(this.#session, 'hang-up');
      await this.#step('close the window of the call', limits.step, async () => !(await this.isInCall()));
    });
  }

  /**
   * Switches the microphone or the camera of the running call on or off, as it was not. Dino tells the other side: by
   * session-info (mute, unmute), for the camera in a call without video by content-add; no picture follows, since it
   * has no camera.
   */
  async toggle(what: 'microphone' | 'camera'): Promise<void> {
    await clickInCall(this.#session, what);
  }

  /** Whether a call's window is open; for three seconds after the other side has ended it, too. */
  async isInCall(): Promise<boolean> {
    return (await callWindow(this.#session)) !== undefined;
  }

  /** All calls since it was started, oldest first. */
  calls(): Promise<readonly DinoCall[]> {
    return readCalls(this.#session);
  }

  /** What is on its screen, 1280x800. */
  async picture(): Promise<Picture> {
    return capture(this.#session.display);
  }

  /** Writes what is on its screen as PNG. */
  async screenshot(file: string): Promise<void> {
    const png = await this.#session.run('import', ['-window', 'root', 'png:-']);
    const draft = `${file}.${process.pid}`; // who looks at the file while it is written sees the one before
    writeFileSync(draft, png);
    renameSync(draft, file);
  }

  /** The time in the camera's picture in the call's window, in milliseconds since 1970; null if none is seen. */
  async timecode(): Promise<number | null> {
    const window = await callWindow(this.#session);
    return window ? readTimecode(await this.picture(), Date.now(), window) : null;
  }

  /** How loud what it plays is, 0 to 1: the root of the mean square of one second. */
  async audioEnergy(): Promise<number> {
    return loudness(this.#session);
  }

  /** When it plays something next, in milliseconds since 1970; null if it does not within `timeout` milliseconds. */
  async firstSound(timeout: number): Promise<number | null> {
    return firstSound(this.#session, timeout);
  }

  async #act(action: string, call: DinoCall): Promise<void> {
    const conversation = await conversationWith(this.#session, call.peer);
    if (conversation === undefined) throw new Error(`Dino has no conversation with ${call.peer}`);
    const method = ['-o', '/im/dino/Dino', '-m', 'org.gtk.Actions.Activate', action];
    const value = `[<(${conversation},${call.id})>]`;
    await this.#session.run('gdbus', ['call', '--session', '-d', 'im.dino.Dino', ...method, value, '{}']);
  }

  async #step<T>(what: string, timeout: number, look: () => Promise<T | undefined | false>): Promise<T> {
    try {
      return await waitFor(`Dino to ${what}`, look, { timeout, signal: this.#signal });
    } catch (error) {
      this.#signal.throwIfAborted();
      throw new Error(`Dino did not ${what} within ${timeout / 1000} s\n${tail(this.#logFile)}`, {
        cause: error,
      });
    }
  }

  /** A click can miss: what it should have done did not happen then, and it is tried again. */
  async #again<T>(what: string, attempt: () => Promise<T>): Promise<T> {
    for (let count = 1; ; count++) {
      try {
        return await attempt();
      } catch (error) {
        this.#signal.throwIfAborted();
        if (count < attempts) await sleep(200);
        else throw new Error(`Dino could not ${what}: ${(error as Error).message}`, { cause: error });
      }
    }
  }
}

const read = (file: string) => readFileSync(file, 'utf8');
