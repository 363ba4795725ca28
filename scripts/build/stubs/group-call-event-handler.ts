/** In place of matrix-js-sdk's watcher of group calls: there never is one. */
export class GroupCallEventHandler {
  readonly groupCalls = new Map<string, never>();

  async start(): Promise<void> {}

  stop(): void {}

  async waitUntilRoomReadyForGroupCalls(): Promise<void> {}

  getGroupCallById(): undefined {
    return undefined;
  }
}
