import { html, nothing, type TemplateResult } from 'lit';
import type { CallAssist, CallView } from '../../runtime/api.ts';
import type { DeviceChoice } from '../../runtime/media/media.ts';
import { loadChunk } from '../chunk.ts';
import type { SheetKind } from './context.ts';
import type { FullScreen } from './full-screen.ts';

/** What a sheet is given, and what it may ask of the overlay. */
export interface Covered {
  readonly callAssist: CallAssist;
  /** As the runtime knows it, with its names. */
  readonly call: CallView;
  /** What the other person is called on this screen. */
  readonly peer: string;
  readonly speaker: DeviceChoice | null;
  readonly fullScreen: FullScreen;
  listenOn(speaker: DeviceChoice | null): void;
  close(): void;
}

/** The sheet over a view: what is chosen during a call, or done after it. */
export class Cover {
  /** null: there is none. */
  kind: SheetKind | null = null;

  /** @returns whether it could be loaded. */
  async open(kind: SheetKind): Promise<boolean> {
    const loaded = await loadChunk('call-sheet', () => import('./later/call-sheet.ts'));
    if (loaded) this.kind = kind;
    return loaded !== null;
  }

  /** @returns what button had opened it, to give the focus back; null: nothing was open. */
  close(): SheetKind | null {
    const { kind } = this;
    this.kind = null;
    return kind;
  }

  render(covered: Covered): TemplateResult | typeof nothing {
    if (!this.kind) return nothing;
    return html`<ca-call-sheet
      .callAssist=${covered.callAssist}
      .call=${covered.call}
      .peer=${covered.peer}
      .kind=${this.kind}
      .speaker=${covered.speaker}
      .fullScreen=${covered.fullScreen}
      @ca-speaker=${(event: CustomEvent<DeviceChoice | null>) => covered.listenOn(event.detail)}
      @ca-close=${() => covered.close()}
    ></ca-call-sheet>`;
  }
}
