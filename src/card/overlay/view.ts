import { html, nothing, type TemplateResult } from 'lit';
import type { CallView } from '../../runtime/api.ts';
import { canWrite } from '../target-of.ts';
import type { Shown } from './choose.ts';
import type { OverlayContext } from './context.ts';
import { incoming } from './incoming.ts';
import type { RingViews } from './ring-views.ts';
import { outcome, outgoing } from './sheets.ts';
import type { Talking } from './stage-loader.ts';

/** What can draw, beside what is always there. */
export interface Drawing {
  readonly rings: RingViews;
  /** null: what shows a call that runs is not loaded; it looks like one that goes out meanwhile. */
  readonly talking: Talking | null;
  /** A call that runs is a bar over the dashboard. */
  readonly small: boolean;
  /** The call as the runtime knows it, with its names. */
  readonly real: CallView | null;
}

/** The view of what is on the screen. */
export function viewOf(
  shown: Shown,
  context: OverlayContext,
  { rings, talking, small, real }: Drawing,
): TemplateResult {
  const { call, view, waiting } = shown;
  const ring = rings.view(shown, context);
  if (ring) return ring;
  const second = waiting && (rings.second(waiting, call) ?? talking?.second(waiting, call) ?? null);
  const out = (): TemplateResult => html`${outgoing(call, context)}${second ?? nothing}`;
  switch (view) {
    case 'incoming':
      return incoming(call, context);
    case 'outgoing':
      return out();
    case 'stage':
      return talking?.render({ call, second, small }, context) ?? out();
    case 'outcome':
      return outcome(call, context, canWrite((real ?? call).peer, context.snapshot.contacts));
    default:
      return view satisfies never;
  }
}
