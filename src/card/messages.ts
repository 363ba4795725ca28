/** Messages that need no typing: keys of their words. */
export const READY = ['msg.later', 'msg.back', 'msg.tried', 'msg.well'] as const;
/** As many characters as an account takes. */
export const LONGEST = 1_000;
