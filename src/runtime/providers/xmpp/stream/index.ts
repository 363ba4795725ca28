/** The stream of one account (RFC 6120, 7395): stanza stays in here. */
export { isSecure } from './address.ts';
export { connect } from './keeper.ts';
export { StreamError, type StreamProblem } from './problems.ts';
export { createWire, type LiveWire } from './wire.ts';
