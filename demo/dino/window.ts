import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../wait.ts';
import { boxOf, capture, distance, type Box, type Colour, type Picture } from './picture.ts';
import { screenSize, type Session } from './session.ts';

/** Milliseconds within which Dino shows what was asked of it. */
const patience = 3000;
/** Where the pointer disturbs nothing: outside of the call's window, which hides its buttons without it. */
const aside = [screenSize.width - 2, screenSize.height - 2] as const;

/** Dino has no command for these; a person's pointer does them. Sizes are those of its theme at 1280x800. */
export async function clickCall(session: Session, media: 'audio' | 'video'): Promise<void> {
  const phone = await waitFor("Dino's call button", async () => phoneOf(await capture(session.display)), {
    timeout: patience,
  });
  await click(session, phone.x, phone.y);
  await sleep(300); // the menu slides open
  await click(session, phone.x, phone.y + (media === 'audio' ? 51 : 83));
  await point(session, ...aside);
}

/** Puts away a menu that is open. */
export const pressEscape = (session: Session) => session.run('xdotool', ['key', 'Escape']);

/** The buttons at the bottom of a call's window, and how far from the red one they are. */
const buttons = { microphone: -140, camera: -70, 'hang-up': 0 } as const;

/** Clicks a button of the call's window, after a motion that makes the buttons appear. */
export async function clickInCall(session: Session, button: keyof typeof buttons): Promise<void> {
  const window = await callWindow(session);
  if (window === undefined) throw new Error('Dino shows no call');
  const middle = (window.left + window.right) / 2;
  await point(session, middle, window.bottom - 110);
  await point(session, middle, window.bottom - 100);
  const red = await waitFor("Dino's red button", async () => redButton(await capture(session.display), window), {
    timeout: patience,
  });
  await click(session, red.x + buttons[button], red.y);
  await point(session, ...aside);
}

/** Where the window of a call is; undefined while there is none. */
export async function callWindow(session: Session): Promise<Box | undefined> {
  const search = ['search', '--onlyvisible', '--class', 'dino', 'getwindowgeometry', '--shell', '%@'];
  const found = await session.run('xdotool', search).catch((error: { code?: unknown }) => {
    if (error.code === 1) return ''; // not a single window
    throw error;
  });
  const windows = found.toString().split(/(?=^WINDOW=)/m);
  return windows.map(geometry).find((box) => box !== undefined && isOfCall(box));
}

function geometry(shell: string): Box | undefined {
  const value = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(shell)?.[1]);
  const [left, top, width, height] = [value('X'), value('Y'), value('WIDTH'), value('HEIGHT')];
  return Number.isNaN(width) ? undefined : { left, top, right: left + width, bottom: top + height };
}

/** Neither the main window, which fills the screen, nor a menu. */
const isOfCall = ({ left, right }: Box) => right - left > 400 && right - left < screenSize.width - 100;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** In the header from the right: close, maximize, minimize, menu, search, and the telephone if there is somebody to call. */
function phoneOf(picture: Picture): Point | undefined {
  const header: Box = { left: picture.width / 2, top: 18, right: picture.width, bottom: 38 };
  const marks = runs(picture, header, (colour) => distance(colour, [0, 0, 0]) < 100, 8).reverse();
  const [search, phone] = [marks[4], marks[5]];
  if (search === undefined || phone === undefined || phone.right - phone.left > 24) return undefined;
  if (search.left - phone.right > 40) return undefined; // that is a name
  return { x: Math.round((phone.left + phone.right) / 2), y: 28 };
}

/** The button that hangs up is the widest thing of its red at the window's bottom; others of it are small warnings. */
function redButton(picture: Picture, { left, right, bottom }: Box): Point | undefined {
  const bar: Box = { left, top: bottom - 80, right, bottom };
  const [widest] = runs(picture, bar, isRed, 1).sort((a, b) => b.right - b.left - (a.right - a.left));
  if (widest === undefined || widest.right - widest.left < 30) return undefined;
  return { x: Math.round((widest.left + widest.right) / 2), y: Math.round((widest.top + widest.bottom) / 2) };
}

const isRed = (colour: Colour) => distance(colour, [224, 27, 36]) < 16;

/** What in a strip of the picture is so, from left to right; apart where at least `gap` columns have none of it. */
function runs(picture: Picture, strip: Box, isSo: (colour: Colour) => boolean, gap: number): Box[] {
  const found: Box[] = [];
  for (let x = strip.left; x < strip.right; x++) {
    const column = boxOf(picture, isSo, { ...strip, left: x, right: x + 1 });
    if (!column) continue;
    const last = found.at(-1);
    if (last === undefined || x - last.right >= gap) found.push(column);
    else
      found[found.length - 1] = {
        left: last.left,
        right: column.right,
        top: Math.min(last.top, column.top),
        bottom: Math.max(last.bottom, column.bottom),
      };
  }
  return found;
}

const point = (session: Session, x: number, y: number) =>
  session.run('xdotool', ['mousemove', String(Math.round(x)), String(Math.round(y))]);

async function click(session: Session, x: number, y: number): Promise<void> {
  await session.run('xdotool', ['mousemove', String(x), String(y), 'click', '1']);
}
