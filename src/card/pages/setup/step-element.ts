import { LitElement } from 'lit';
import type { Snapshot } from '../../../runtime/api.ts';
import { base } from '../../components/styles.ts';
import { follow } from '../../follow.ts';
import { words } from '../../localize/localize.ts';
import { boxStyles } from '../box-styles.ts';
import { pageStyles } from '../styles.ts';
import type { SetupApi } from './api.ts';
import type { StepId } from './progress.ts';
import { stepStyles } from './styles.ts';

/** Told by its name: the class may come from another evaluation of the module. */
const isLocked = (error: unknown): boolean =>
  error instanceof Error && error.name === 'LockedError' && 'problem' in error && error.problem === 'locked';

/**
 * What a step of the set-up is made of. Fires `step-done` (boolean), `go-step` (a step's id) and, to the dialog around
 * the set-up, `unlock` (what is to run once the device is unlocked).
 */
export abstract class StepElement extends LitElement {
  static override readonly styles = [base, pageStyles, boxStyles, stepStyles];
  static override readonly properties = { callAssist: { attribute: false } };
  declare callAssist: SetupApi;

  constructor() {
    super();
    follow(this, () => [words, this.callAssist.snapshot]);
  }

  protected get snapshot(): Snapshot {
    return this.callAssist.snapshot.value;
  }

  protected done(done: boolean): void {
    this.dispatchEvent(new CustomEvent('step-done', { detail: done }));
  }

  protected go(step: StepId): void {
    this.dispatchEvent(new CustomEvent<StepId>('go-step', { detail: step }));
  }

  /** @returns whether it was done; what the lock refuses is done after the unlock */
  protected async attempt(
    work: () => Promise<unknown>,
    then: (done: boolean, error?: unknown) => void = () => {},
  ): Promise<void> {
    try {
      await work();
      then(true);
    } catch (error) {
      if (!isLocked(error)) return then(false, error);
      const detail = (): void => void this.attempt(work, then);
      this.dispatchEvent(new CustomEvent('unlock', { bubbles: true, composed: true, detail }));
    }
  }
}
