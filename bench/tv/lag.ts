import type { Page } from 'playwright-core';
import { readTimecode } from '../../demo/person/timecode.ts';

declare global {
  interface Window {
    /** The other person's picture on the tablet, whether it is shown or not. */
    benchVideo?: HTMLVideoElement;
    readTimecode(video: HTMLVideoElement): number | null;
  }
}

/** How long frames are looked at, in milliseconds. */
const looked = 2_000;

/** From being filmed to being shown: the median of the frames of a page's largest video, in milliseconds. */
export async function lagOf(page: Page): Promise<number> {
  // What an expression gives is called where it is a function.
  await page.evaluate(`window.readTimecode = ${readTimecode.toString()}; undefined`);
  return page.evaluate(async (milliseconds) => {
    const all = (root: ParentNode): HTMLVideoElement[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element instanceof HTMLVideoElement ? [element] : []),
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const area = (video: Element): number => video.clientWidth * video.clientHeight;
    const video = window.benchVideo ?? all(document).toSorted((a, b) => area(b) - area(a))[0];
    if (!video) throw new Error('there is no video on the page');
    const lags: number[] = [];
    const end = performance.now() + milliseconds;
    await new Promise<void>((resolve) => {
      const look: VideoFrameRequestCallback = (_now, { expectedDisplayTime }) => {
        const filmed = window.readTimecode(video);
        if (filmed !== null) lags.push(performance.timeOrigin + expectedDisplayTime - filmed);
        if (performance.now() < end) video.requestVideoFrameCallback(look);
        else resolve();
      };
      video.requestVideoFrameCallback(look);
      setTimeout(resolve, milliseconds * 2);
    });
    lags.sort((a, b) => a - b);
    const middle = lags[lags.length >> 1];
    if (middle === undefined) throw new Error('no timecode was read');
    return middle;
  }, looked);
}

/** Has the tablet decode the other person's picture for us, wherever the call is shown. */
export async function watchTablet(page: Page, callId: string): Promise<void> {
  await page.evaluate(async (id) => {
    const video = document.createElement('video');
    Object.assign(video.style, {
      position: 'fixed',
      left: '0',
      top: '0',
      width: '64px',
      height: '36px',
      zIndex: '9999',
    });
    video.muted = true;
    const { participants } = window.callAssist!.media(id)!.remote.value;
    const track = participants.flatMap((each) => each.video ?? [])[0];
    if (!track) throw new Error('the other person sends no picture');
    video.srcObject = new MediaStream([track]);
    document.body.append(video);
    await video.play();
    window.benchVideo = video;
  }, callId);
}

export async function unwatchTablet(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.benchVideo?.remove();
    delete window.benchVideo;
  });
}
