import type { BrowserContext, Page } from 'playwright-core';
import { waitFor } from '../../../demo/wait.ts';
import type { CallAssist, CallView, Snapshot } from '../../../src/runtime/api.ts';
import type { Command, CommandResult } from '../../../src/runtime/command.ts';
import type { CallStats } from '../../../src/runtime/providers/provider.ts';

declare global {
  interface Window {
    callAssist?: CallAssist;
  }
}

/** What a page still holds; all zero when no call runs and nothing leaks. */
export interface Held {
  readonly peerConnections: number;
  readonly liveTracks: number;
  readonly mediaElements: number;
}

/** A page of Home Assistant with the built card, as somebody in front of it sees and touches it. */
export class DevicePage {
  readonly page: Page;
  readonly context: BrowserContext;

  /** @param page of a context that runs {@link countWhatIsHeld} in its pages */
  constructor(page: Page) {
    this.page = page;
    this.context = page.context();
  }

  /** Goes to another panel as a touch would, without loading the page anew. */
  async navigate(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to);
      window.dispatchEvent(new CustomEvent('location-changed', { detail: { replace: false } }));
    }, path);
  }

  snapshot(): Promise<Snapshot> {
    return this.page.evaluate(() => window.callAssist!.snapshot.value);
  }

  /** The newest call, once it is in this phase. */
  async call(phase: CallView['phase'], timeout = 15_000): Promise<CallView> {
    return waitFor(
      `the call to be ${phase}`,
      async () => {
        const { calls } = await this.snapshot();
        return calls.findLast((call) => call.phase === phase);
      },
      { timeout },
    ).catch(async (error: Error) => {
      const { calls, lastResult } = await this.snapshot();
      throw new Error(
        `${error.message}; calls: ${JSON.stringify(calls.map(({ phase, reason }) => ({ phase, reason })))}, last result ${lastResult}`,
      );
    });
  }

  /** No call is live and nothing of one is held. */
  async quiet(timeout = 15_000): Promise<void> {
    await waitFor(
      'the page to hold nothing of a call',
      async () => {
        const { calls } = await this.snapshot();
        const held = await this.held();
        return (
          calls.every(({ phase }) => phase === 'ended') &&
          held.peerConnections + held.liveTracks + held.mediaElements === 0
        );
      },
      { timeout },
    ).catch(async (error: Error) => {
      const { calls } = await this.snapshot();
      throw new Error(
        `${error.message}: ${JSON.stringify(await this.held())}, calls ${JSON.stringify(calls.map(({ phase }) => phase))}`,
      );
    });
  }

  command(command: Command): Promise<CommandResult> {
    return this.page.evaluate((wanted) => window.callAssist!.command(wanted), command);
  }

  /** Touches a control of card or overlay, as a finger does. */
  async touch(action: string, timeout = 10_000): Promise<void> {
    await this.#wakeDock();
    await this.page.locator(`[data-action="${action}"]`).first().click({ timeout });
  }

  /** Where nobody touches it the dock rests, and the touch that wakes it does nothing else for 400 ms. */
  async #wakeDock(): Promise<void> {
    const resting = this.page.locator('ca-overlay .stage.resting');
    if ((await resting.count()) === 0) return;
    await resting.click({ position: { x: 300, y: 200 } });
    await resting.waitFor({ state: 'detached' });
    await this.page.waitForTimeout(450);
  }

  /** Touches a control of the call that lies over everything. */
  async touchOverlay(action: string): Promise<void> {
    await this.#wakeDock();
    await this.page.locator(`ca-overlay [data-action="${action}"]`).first().click({ timeout: 10_000 });
  }

  stats(callId: string): Promise<CallStats> {
    return this.page.evaluate((id) => window.callAssist!.media(id)!.stats(), callId);
  }

  held(page: Page = this.page): Promise<Held> {
    return page.evaluate(() => (window as unknown as { held(): Held }).held());
  }

  /** Touches the video button of somebody on the card. */
  async callContact(address: string): Promise<void> {
    await this.page.locator(`[data-contact="${address}"] [data-action="call-video"]`).first().click();
  }

  async sounding(): Promise<boolean> {
    return (await this.snapshot()).sounding !== null;
  }

  /** Nothing rings any more. */
  async silent(): Promise<void> {
    await this.until('silence', async () => !(await this.sounding()));
  }

  /** What is really sent in the newest call. */
  async sends(wanted: { readonly audio?: boolean; readonly video?: boolean }): Promise<void> {
    await this.until(`sending ${JSON.stringify(wanted)}`, async () => {
      const sending = (await this.snapshot()).calls.at(-1)?.sending;
      return Object.entries(wanted).every(([kind, on]) => sending?.[kind as 'audio' | 'video'] === on);
    });
  }

  async until(what: string, look: () => Promise<boolean>, timeout = 15_000): Promise<void> {
    await waitFor(what, look, { timeout, interval: 100 });
  }

  /** Whatever a test has left: over, dismissed, silent. */
  async endAll(): Promise<void> {
    for (const { id, phase } of (await this.snapshot()).calls) {
      if (phase !== 'ended') await this.command({ type: 'hang-up', callId: id, by: 'page' });
    }
    await this.quiet();
    await this.command({ type: 'dismiss', by: 'page' });
  }

  /** Opens Home Assistant's own dialog about an entity. */
  async moreInfo(entityId: string): Promise<void> {
    await this.page.evaluate((id) => {
      const app = document.querySelector('home-assistant')!;
      app.dispatchEvent(new CustomEvent('hass-more-info', { detail: { entityId: id }, bubbles: true, composed: true }));
    }, entityId);
    await this.page.locator('ha-more-info-dialog ha-dialog').first().waitFor({ state: 'attached' });
  }
}

/**
 * Runs in every page of a device before anything else: counts peer connections that are open, tracks that are live
 * and media elements that have a stream. Only weak references, so that the count itself keeps nothing.
 */
export function countWhatIsHeld(): void {
  const connections: WeakRef<RTCPeerConnection>[] = [];
  const tracks: WeakRef<MediaStreamTrack>[] = [];
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...args);
      connections.push(new WeakRef(this));
    }
  };
  const devices = navigator.mediaDevices;
  if (devices) {
    const original = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const stream = await original(constraints);
      for (const track of stream.getTracks()) tracks.push(new WeakRef(track));
      return stream;
    };
  }
  const clone = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const copy = clone.call(this);
    tracks.push(new WeakRef(copy));
    return copy;
  };
  const elements = (root: ParentNode): number => {
    let count = 0;
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLMediaElement && element.srcObject) count++;
      if (element.shadowRoot) count += elements(element.shadowRoot);
    }
    return count;
  };
  Object.assign(window, {
    held: () => ({
      peerConnections: connections.filter((ref) => ref.deref() && ref.deref()?.connectionState !== 'closed').length,
      liveTracks: tracks.filter((ref) => ref.deref()?.readyState === 'live').length,
      mediaElements: elements(document),
    }),
  });
}
