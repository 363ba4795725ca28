/** What the SDK calls unstable itself, and may rename. */
export const UNSTABLE = {
  stickyEvents: '_unstable_getStickyEvents',
  sendSticky: '_unstable_sendStickyEvent',
  transports: '_unstable_getRTCTransports',
  scheduleLeave: '_unstable_sendDelayedStateEvent',
  scheduledLeaves: '_unstable_getDelayedEvents',
  cancelScheduledLeave: '_unstable_cancelScheduledDelayedEvent',
} as const;
