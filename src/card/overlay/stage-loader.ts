import type { CSSResultOrNative } from 'lit';
import type { CallAssist } from '../../runtime/api.ts';
import { loadChunk } from '../chunk.ts';
import type { Talking } from './later/talking.ts';

export type { Talking };

/** What shows a call that runs; a chunk of its own, so that a page can ring before it is there. */
export interface Stage {
  readonly Talking: new (changed: () => void, now: () => number, callAssist: () => CallAssist) => Talking;
  readonly styles: readonly CSSResultOrNative[];
}

let loading: Promise<Stage | null> | null = null;

/** Loads it, once a page; null when it cannot be had. It is tried again when somebody asks again. */
export function loadStage(): Promise<Stage | null> {
  loading ??= loadChunk('stage', () => import('./later/talking.ts')).then((stage) => {
    if (!stage) loading = null;
    return stage;
  });
  return loading;
}
