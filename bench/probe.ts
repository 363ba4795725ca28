/** What the bench adds to every page before its own program: marks of moments, in ms since 1970. */
export interface Probe {
  /** When the request with the invitation left. */
  invited: number;
  /** When "it rings" had been painted. */
  painted: number;
  /** When the answer was given. */
  answered: number;
  /** When the first remote frame was shown, and its size. */
  firstFrame: number;
  width: number;
  height: number;
}

declare global {
  interface Window {
    probe: Probe;
    /** Begins a new measurement. */
    resetProbe(): void;
  }
}

/** Runs in the page, or in each of its frames. `rings` says whether the page shows that it rings; looked at once a frame. */
export function installProbe(rings: string): void {
  /** Element Call's picture of oneself. */
  const OWN = '[data-lk-local-participant="true"]';
  /** The other side, on the tablet. */
  const THEIRS = 'video[data-call]';
  const now = (): number => performance.timeOrigin + performance.now();
  const isRinging = new Function(`return ${rings}`) as () => boolean;
  const empty: Probe = { invited: 0, painted: 0, answered: 0, firstFrame: 0, width: 0, height: 0 };
  window.resetProbe = () => {
    window.probe = { ...empty };
    watched = new WeakSet();
  };
  let watched = new WeakSet<HTMLVideoElement>();
  window.resetProbe();

  const fetch = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (/\/send\/(m\.call\.invite|m\.room\.encrypted|org\.matrix\.msc4075\.rtc\.notification)\//.test(url))
      window.probe.invited ||= now();
    return fetch(input, init);
  };

  const look = (): void => {
    if (!window.probe.painted && isRinging()) {
      // The frame that shows it is painted when the next one begins.
      requestAnimationFrame(() => (window.probe.painted ||= now()));
    }
    const call = document.querySelector('ca-overlay')?.shadowRoot?.querySelectorAll<HTMLVideoElement>(THEIRS) ?? [];
    for (const video of [...document.querySelectorAll('video'), ...call]) {
      if (watched.has(video) || !video.srcObject || video.matches(OWN)) continue;
      watched.add(video);
      video.requestVideoFrameCallback((_, { width, height }) => {
        if (window.probe.firstFrame) return;
        Object.assign(window.probe, { firstFrame: now(), width, height });
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
