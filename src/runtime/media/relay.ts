import type { Scope } from '../platform/scope.ts';
import type { OpenCamera } from './media.ts';

/** How a camera's picture gets into a call: gives the track that the provider sends, live for as long as `scope`. */
export type Relay = (camera: OpenCamera, scope: Scope) => MediaStreamTrack;

/**
 * Hands on the received track; the browser decodes and encodes it again. A received *video* track is sent without any
 * element playing it (a sound track would not be). An encoded relay can take this place.
 */
export const plainRelay: Relay = ({ track }) => track;
