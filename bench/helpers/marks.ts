/** Moments that the two pages of a call note, in ms since 1970; 0: not yet. */
export interface Marks {
  /** The tablet's page knows that it rings. */
  ringing: number;
  /** Its page was told to answer. */
  asked: number;
  /** It rings no more: the page has begun to answer. */
  taken: number;
  /** The caller's client has the answer. */
  answered: number;
}

declare global {
  interface Window {
    marks: Marks;
  }
}

/** Runs in the tablet's page: notes when its snapshot rings, and when no more. */
export function markRinging(): void {
  window.marks = { ringing: 0, asked: 0, taken: 0, answered: 0 };
  window.callAssist!.snapshot.subscribe(({ calls }) => {
    const now = performance.timeOrigin + performance.now();
    if (calls.some(({ phase }) => phase === 'ringing-in')) window.marks.ringing ||= now;
    else if (window.marks.ringing) window.marks.taken ||= now;
  });
}

/** Runs in the tablet's page: a finger on the button does no more. */
export function answerInPage(): void {
  window.marks.asked = performance.timeOrigin + performance.now();
  void window.callAssist!.command({ type: 'answer', video: true, by: 'touch' });
}

/** Runs in the caller's page, which writes its client's state down: connecting begins with the answer. */
export function markAnswered(): void {
  window.marks = { ringing: 0, asked: 0, taken: 0, answered: 0 };
  const state = document.getElementById('state')!;
  new MutationObserver(() => {
    if (state.textContent?.startsWith('connect')) window.marks.answered ||= performance.timeOrigin + performance.now();
  }).observe(state, { childList: true });
}
