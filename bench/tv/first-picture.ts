export interface Picture {
  /** When it is shown, in ms since 1970. */
  readonly at: number;
  /** In pixels. */
  readonly width: number;
}

/** Runs in the TV's page: its first large picture. */
export function firstPicture(): Promise<Picture> {
  const all = (root: ParentNode): HTMLVideoElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLVideoElement ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  return new Promise((resolve) => {
    const watched = new WeakSet<HTMLVideoElement>();
    const timer = setInterval(() => {
      for (const video of all(document).filter((each) => !watched.has(each))) {
        watched.add(video);
        const seen: VideoFrameRequestCallback = (_now, { width }) => {
          // Our own camera is small, and is not what is waited for.
          if (video.clientWidth < innerWidth / 2) return void video.requestVideoFrameCallback(seen);
          clearInterval(timer);
          resolve({ at: Date.now(), width });
        };
        video.requestVideoFrameCallback(seen);
      }
    }, 10);
  });
}
