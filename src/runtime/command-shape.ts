import type { Command, CommandOrigin } from './command.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isMaybe = (fits: (value: unknown) => boolean, value: unknown): boolean => value === undefined || fits(value);

/** What each command needs beside its type, the call it means and who sent it. */
const SHAPES: Readonly<Record<Command['type'], (fields: Fields) => boolean>> = {
  dial: ({ to, video }) =>
    isFlag(video) && isFields(to) && (isText(to['text']) || (isText(to['accountId']) && isText(to['contactId']))),
  answer: ({ video }) => isFlag(video),
  'set-media': ({ audio, video }) => isMaybe(isFlag, audio) && isMaybe(isFlag, video),
  'set-camera': ({ camera }) => isCamera(camera),
  'set-microphone': ({ microphone }) => microphone === null || isDevice(microphone),
  'set-volume': ({ volume }) => typeof volume === 'number',
  decline: () => true,
  'hang-up': () => true,
  silence: () => true,
  'only-ring': () => true,
  dismiss: () => true,
  'set-display': ({ display, mayInterrupt }) =>
    isText(display) && /^(media_player\.[a-z0-9_]+|this_device)$/.test(display) && isMaybe(isFlag, mayInterrupt),
  'set-display-sound': ({ sound }) => sound === 'display' || sound === 'this_device',
  'set-display-volume': ({ volume }) => typeof volume === 'number' && volume >= 0 && volume <= 1,
  'dismiss-display-failure': () => true,
  ring: ({ text }) => isText(text),
  'ring-action': ({ ring, action }) =>
    isText(ring) && (action === 'take' || action === 'put-away' || Number.isInteger(action)),
};

/**
 * What was given as a command, wherever it came from: other cards and scripts of the page are not checked by a
 * compiler. Who does not say who they are is the page.
 * @returns null for what is none
 */
export function readCommand(given: unknown): Command | null {
  if (!isFields(given)) return null;
  const { type, callId, station, by = 'page' } = given;
  if (
    !isText(type) ||
    !Object.hasOwn(SHAPES, type) ||
    !isMaybe(isText, callId) ||
    !isMaybe(isText, station) ||
    !isOrigin(by)
  )
    return null;
  return SHAPES[type as Command['type']](given) ? ({ ...given, by } as Command) : null;
}

const isOrigin = (by: unknown): by is CommandOrigin => by === 'touch' || by === 'helper' || by === 'page';

function isCamera(camera: unknown): boolean {
  if (!isFields(camera)) return false;
  const { source, facingMode, device } = camera;
  if (!isText(source) || !/^(camera\.[a-z0-9_]+|this_device)$/.test(source)) return false;
  if (!isMaybe((mode) => mode === 'user' || mode === 'environment', facingMode)) return false;
  return isMaybe(isDevice, device);
}

const isDevice = (device: unknown): boolean =>
  isFields(device) && isText(device['deviceId']) && isText(device['label']);
