import type { Page } from 'playwright-core';
import type { CallView, Snapshot } from '../../../src/runtime/api.ts';

/** What a screen is to show instead of what is. */
export interface Scene {
  /** Put over the page's real snapshot. */
  readonly snapshot?: Partial<Snapshot>;
  /** Put over the device's real settings. */
  readonly settings?: Partial<Snapshot['settings']>;
  /** Each is put over the newest real call, or over a finished one with Anna Berger where there is none. */
  readonly calls?: readonly Partial<CallView>[];
}

declare global {
  interface Window {
    /** Shows a scene in card, pages and overlay; null: what is real. */
    stage?: (scene: Scene | null) => Promise<void>;
  }
}

/**
 * Lets a page show states that cannot be had for the asking, such as every end reason: card, pages and overlay are views
 * of a snapshot, and see another one here. Everything else of the page's runtime, media included, stays real.
 */
export async function openStage(page: Page): Promise<void> {
  await page.evaluate(buildStage);
}

/** Shows a scene, and resolves when it is drawn. */
export async function show(page: Page, scene: Scene | null): Promise<void> {
  await page.evaluate((wanted) => window.stage!(wanted), scene);
}

/** Runs in the page. */
function buildStage(): void {
  const real = window.callAssist!;
  const listeners = new Set<(value: Snapshot) => void>();
  let value = real.snapshot.value;
  const snapshot = {
    get value() {
      return value;
    },
    subscribe(listener: (value: Snapshot) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  // What is asked of the runtime is bound to it: its own fields are private.
  const staged = new Proxy(real, {
    get(target, key) {
      if (key === 'snapshot') return snapshot;
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
  const began = Date.now() - 95_000;
  const template: CallView = {
    id: 'staged',
    direction: 'incoming',
    peer: {
      accountId: real.snapshot.value.accounts[0]?.id ?? '',
      contactId: '!anna.berger:example.org',
      address: '@anna.berger:example.org',
      name: 'Anna Berger',
    },
    phase: 'ended',
    offered: { audio: true, video: true },
    wanted: { audio: true, video: true },
    sending: { audio: false, video: false },
    began,
    answered: null,
    connected: null,
    ended: began + 60_000,
    reason: null,
    deadline: null,
    restartAt: null,
    dropIn: null,
    placed: true,
    waiting: [],
    silenced: false,
    station: 'kitchen',
    avatar: null,
    accountAddress: '@hall:example.org',
    protocolName: 'Matrix',
    camera: { state: 'off' },
    microphone: { choice: null, problem: null },
    security: null,
    remoteAudioMuted: false,
    remoteOnHold: false,
    remoteUnreadable: false,
    remoteVideo: false,
    autoAnswerAt: null,
    cameraOnAt: null,
  };
  /** Lit elements of ours, wherever they are. */
  const ours = (root: ParentNode): (HTMLElement & { callAssist?: unknown; updateComplete?: Promise<unknown> })[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      ...(/^(ca-|call-assist-)/.test(element.localName) ? [element] : []),
      ...(element.shadowRoot ? ours(element.shadowRoot) : []),
    ]);
  /** Makes an element look at another runtime: it subscribes when it enters the document. */
  const look = (element: HTMLElement & { callAssist?: unknown }): void => {
    const { parentNode, nextSibling } = element;
    if ('callAssist' in element) element.callAssist = window.callAssist;
    element.remove();
    parentNode?.insertBefore(element, nextSibling);
  };
  const draw = async (): Promise<void> => {
    for (const element of ours(document)) await element.updateComplete;
  };

  window.stage = async (scene) => {
    const isOn = window.callAssist === staged;
    if (scene === null) {
      window.callAssist = real;
      listeners.clear();
      for (const card of ours(document).filter(({ localName }) => localName === 'call-assist-card')) look(card);
      for (const overlay of document.querySelectorAll<HTMLElement>('ca-overlay'))
        if (real.snapshot.value.calls.length > 0) look(overlay);
        else overlay.remove();
      return draw();
    }
    const newest = real.snapshot.value.calls.at(-1) ?? template;
    const calls = scene.calls?.map((change) => ({ ...newest, ...change })) ?? [];
    const settings = { ...real.snapshot.value.settings, ...scene.settings };
    value = { ...real.snapshot.value, settings, ...scene.snapshot, ...(scene.calls && { calls }) };
    if (!isOn) {
      window.callAssist = staged;
      for (const card of ours(document).filter(({ localName }) => localName === 'call-assist-card')) look(card);
    }
    const overlay = document.querySelector<HTMLElement & { callAssist?: unknown }>('ca-overlay');
    if (calls.length === 0) overlay?.remove();
    else if (!overlay)
      document.body.append(Object.assign(document.createElement('ca-overlay'), { callAssist: staged }));
    else if (overlay.callAssist !== staged) look(overlay);
    for (const listener of listeners) listener(value);
    await draw();
    // What a view loads or measures after it was drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await draw();
  };
}
