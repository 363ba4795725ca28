/** In place of matrix-js-sdk's getUserMedia: tracks come from `src/runtime/media`. */
export class MediaHandler {}
