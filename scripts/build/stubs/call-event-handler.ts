/** In place of matrix-js-sdk's watcher of call events: `src/runtime/providers/matrix/calls` listens by itself. */
export class CallEventHandler {
  start(): void {}

  stop(): void {}
}
