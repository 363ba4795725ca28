import { LitElement, type PropertyDeclarations } from 'lit';
import type { CallAssist, Snapshot } from '../../runtime/api.ts';
import type { DialTarget } from '../../runtime/command.ts';
import type { Readable } from '../../runtime/platform/readable.ts';
import type { RingtoneId } from '../../runtime/platform/ringtones.ts';
import { base } from '../components/styles.ts';
import { follow } from '../follow.ts';
import type { CardKey } from '../localize/keys.ts';
import { words } from '../localize/localize.ts';
import { t } from '../localize/pages.ts';
import { stationOf } from '../station-of.ts';
import { boxStyles } from './box-styles.ts';
import { problemOf, storageText } from './problem.ts';
import { pageStyles } from './styles.ts';
import type { PageView } from './view.ts';

/** What the lock says; null: it is something else. */
export const lockProblem = (error: unknown): string | null => problemOf(error, 'LockedError');

/**
 * What a page, or a part of one, is made of. Fires `open-page` ({@link OpenPage}) and `unlock` (a function that is to
 * run once the device is unlocked); the dialog around it hears them.
 */
export abstract class PageElement extends LitElement {
  static override readonly styles = [base, pageStyles, boxStyles];
  static override readonly properties: PropertyDeclarations = {
    callAssist: { attribute: false },
    detail: { attribute: false },
    said: { state: true },
  };
  declare callAssist: CallAssist;
  /** What the page is about; which text that is says each page. */
  declare detail: string | null;
  /** What came of the last thing done. */
  declare said: string;
  #heard = false;

  constructor() {
    super();
    this.detail = null;
    this.said = '';
    follow(this, () => this.sources);
  }

  protected get sources(): readonly Readable<unknown>[] {
    return [words, this.callAssist.snapshot];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#heard) this.callAssist.previewRingtone(null);
    this.#heard = false;
  }

  /** Lets a ringtone be heard; it ends with the page. */
  protected preview(ringtone: RingtoneId): void {
    this.#heard = true;
    this.callAssist.previewRingtone(ringtone);
  }

  protected get snapshot(): Snapshot {
    return this.callAssist.snapshot.value;
  }

  /** The call station of this slug; the first where none is named, or that one is gone. */
  protected stationOf(slug: string): Snapshot['station'] {
    return stationOf(this.snapshot, slug);
  }

  protected open(view: PageView, detail: string | null = null): void {
    this.dispatchEvent(
      new CustomEvent<OpenPage>('open-page', { bubbles: true, composed: true, detail: { view, detail } }),
    );
  }

  /**
   * Does something and says what came of it. What a lock refuses is tried again after an unlock. Whatever was refused
   * is drawn anew from the snapshot.
   * @param bad what to say of a failure that is not the storage's
   * @returns whether it was done
   */
  protected async tell(
    work: () => Promise<unknown>,
    good = '',
    bad: string | ((error: unknown) => string) = t('set.wrong'),
  ): Promise<boolean> {
    this.said = '';
    try {
      await work();
      this.said = good;
      return true;
    } catch (error) {
      if (lockProblem(error) === 'locked') this.unlock(() => void this.tell(work, good, bad));
      else this.said = storageText(error) ?? (typeof bad === 'string' ? bad : bad(error));
      return false;
    } finally {
      this.requestUpdate();
    }
  }

  /** Asks for what opens the lock, and runs then. */
  protected unlock(run: () => void): void {
    this.dispatchEvent(new CustomEvent('unlock', { bubbles: true, composed: true, detail: run }));
  }

  /** An end reason has its sheet above the page; a refusal is said here. */
  protected async dial(to: DialTarget, video: boolean): Promise<void> {
    this.said = '';
    const result = await this.callAssist.command({ type: 'dial', to, video, by: 'touch' });
    if (!result.ok && result.reason.startsWith('refused_')) this.said = t(`refused.${result.reason}` as CardKey);
  }
}

export interface OpenPage {
  readonly view: PageView;
  readonly detail: string | null;
}
