/** In place of matrix-js-sdk's watcher of MatrixRTC sessions: nothing here takes part in one yet. */
export class MatrixRTCSessionManager {
  start(): void {}

  stop(): void {}
}
