import { css, html, nothing, type TemplateResult } from 'lit';
import type { CallStats } from '../../../runtime/providers/provider.ts';
import type { CheckResult } from '../../../runtime/checks/checks.ts';
import type { DisplayView } from '../../../runtime/displays/view.ts';
import type { HistoryEntry } from '../../../runtime/storage/storage.ts';
import { unknownCardKeys } from '../../cards.ts';
import { mayWork } from '../../displays.ts';
import { translate } from '../../localize/localize.ts';
import { t as tv } from '../../localize/displays.ts';
import { t } from '../../localize/pages.ts';
import { durationText, momentText } from '../dates.ts';
import { PageElement } from '../element.ts';
import { stateWord } from '../settings/accounts.ts';
import { checkSentence, fixSentence } from '../setup/check-words.ts';
import { resultsOf } from '../setup/progress.ts';
import { countCalls } from './counts.ts';
import { displayLine } from './displays.ts';
import { facts, line, problemWords, statsFacts, statusOf, whyText } from './words.ts';

/** As many past calls as the words on them are made of. */
const CALLS = 200;
/** Statistics of running calls are read anew this often, in ms. */
const READ_EVERY = 2_000;

/** How this device is, in words; and the same without names to copy. */
export class CaDiagnostics extends PageElement {
  static override readonly styles = [
    ...PageElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 16px;
        margin: 0;
        padding-block: 12px;
      }
      dt {
        color: var(--quiet);
      }
      dd {
        margin: 0;
        text-align: end;
        font-weight: 500;
      }
      pre {
        margin: 0;
        padding: 16px 20px;
        border-radius: 16px;
        background: var(--sunken);
        font-size: 14px;
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        user-select: text;
      }
    `,
  ];
  static override readonly properties = {
    calls: { state: true },
    homeAssistant: { state: true },
    stats: { state: true },
    screens: { state: true },
    text: { state: true },
  };
  declare calls: readonly HistoryEntry[];
  /** Version of Home Assistant; null: not known yet. */
  declare homeAssistant: string | null;
  /** Of the calls that run. */
  declare stats: readonly CallStats[];
  /** Media players that calls could be moved to. */
  declare screens: readonly DisplayView[];
  /** The report; empty until it is there. */
  declare text: string;
  /** Injected by tests. */
  now: () => number = () => Date.now();
  copy: (text: string) => Promise<void> = (text) => navigator.clipboard.writeText(text);
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.calls = [];
    this.homeAssistant = null;
    this.stats = [];
    this.screens = [];
    this.text = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#readStats(), READ_EVERY);
    void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** One of the actions in the head. */
  act(action: string): void {
    if (action === 'copy-report') void this.#copyReport();
  }

  get #checks(): readonly CheckResult[] {
    return [...resultsOf(this.callAssist).values()];
  }

  protected override render(): TemplateResult {
    return html`<p class="said" role="status">${this.said}</p>
      <div class="cols">
        <div>
          ${this.#problems()}
          <h3 class="cap">${t('diag.checks')}</h3>
          <div class="box">${this.#checkLines()}</div>
          <h3 class="cap">${t('set.accounts')}</h3>
          <div class="box">${this.#accounts()}</div>
          ${this.#displays()}
        </div>
        <div>
          <h3 class="cap">${t('diag.versions')}</h3>
          <div class="box">${this.#versions()}</div>
          <h3 class="cap">${t('page.history')}</h3>
          <div class="box">${this.#callWords()}</div>
          <h3 class="cap">${t('diag.report')}</h3>
          <pre tabindex="0" dir="ltr" lang="en" aria-label=${t('diag.report')}>${this.text}</pre>
          <p class="hint">${t('diag.report_text')}</p>
        </div>
      </div>`;
  }

  #problems(): TemplateResult | typeof nothing {
    const { problems } = this.snapshot;
    const keys = unknownCardKeys();
    if (!problems.length && !keys.length) return nothing;
    return html`<h3 class="cap">${t('diag.problems')}</h3>
      <div class="box">
        ${problems.map((problem) => line('fail', ...problemWords(problem)))}
        ${keys.length ? line('warn', t('diag.unknown_keys'), keys.join(', ')) : nothing}
      </div>`;
  }

  #checkLines(): TemplateResult {
    const results = this.#checks;
    return html`${results.map((result) =>
        line(
          result.status,
          translate(`check.${result.id}`),
          [checkSentence(result), result.fix ? fixSentence(result.fix) : ''].filter(Boolean).join(' '),
        ),
      )}
      <div class="line">
        <span class="t"><small>${t(results.length ? 'diag.check_again' : 'diag.not_checked')}</small></span>
        <button class="btn edge" data-action="setup" @click=${() => this.open('setup')}>${t('diag.check')}</button>
      </div>`;
  }

  #accounts(): TemplateResult {
    const { accounts } = this.snapshot;
    if (!accounts.length) return line('skipped', t('diag.no_accounts'), '');
    return html`${accounts.map((account) =>
      line(
        statusOf(account),
        account.address,
        `${account.protocolName} · ${[t(stateWord(account)), whyText(account)].filter(Boolean).join('. ')}`,
      ),
    )}`;
  }

  #displays(): TemplateResult | typeof nothing {
    if (!this.screens.length) return nothing;
    return html`<h3 class="cap">${tv('tv.diag.title')}</h3>
      <div class="box">${this.screens.map((display) => displayLine(display, this.now()))}</div>`;
  }

  #versions(): TemplateResult {
    return facts([
      ['Call Assist', this.callAssist.version],
      ['Home Assistant', this.homeAssistant ?? t('diag.unknown')],
      [t('diag.secure'), t(this.snapshot.secureContext ? 'diag.yes' : 'diag.no')],
    ]);
  }

  #callWords(): TemplateResult {
    const { incoming, outgoing, connected, middle } = countCalls(this.calls);
    const [last] = this.calls;
    return html`${facts([
      [t('hist.incoming'), String(incoming)],
      [t('hist.outgoing'), String(outgoing)],
      [t('diag.connected'), String(connected)],
      ...(middle === null ? [] : [[t('diag.middle'), durationText(middle)] as const]),
      ...(last
        ? [
            [t('diag.last'), momentText(last.began, this.now())] as const,
            ...(last.connected === null
              ? []
              : [[t('diag.lasted'), durationText(last.ended - last.connected)] as const]),
            [t('diag.last_end'), this.#endWord(last)] as const,
          ]
        : []),
    ])}
    ${this.stats.map((stats) => facts(statsFacts(stats)))}`;
  }

  /** Who it was is nobody's business here. */
  #endWord({ reason, peer }: HistoryEntry): string {
    const account = this.snapshot.accounts.find(({ id }) => id === peer.accountId);
    return t(`end.${reason}`, { n: t('diag.nobody'), account: account?.address ?? t('diag.unknown') });
  }

  async #read(): Promise<void> {
    const page = window as { hassConnection?: Promise<{ readonly conn: { readonly haVersion: string } }> };
    const version = async (): Promise<string | null> => (await page.hassConnection)?.conn.haVersion ?? null;
    const [calls, homeAssistant, screens] = await Promise.all([
      this.callAssist.history({ filter: 'all', limit: CALLS }).catch(() => []),
      version().catch(() => null),
      this.callAssist.displays().catch(() => []),
      this.#readStats(),
    ]);
    this.calls = calls;
    this.homeAssistant = homeAssistant;
    // What only sounds, and what opens nothing, is none.
    this.screens = screens.filter(
      (each) => each.last !== null || mayWork(each, 'cast-view') || mayWork(each, 'stream'),
    );
    // Who wants to copy it hears why there is none.
    this.text = await this.callAssist.report().catch(() => '');
  }

  async #readStats(): Promise<void> {
    const read = await Promise.all(
      this.snapshot.calls.map(async ({ id }) =>
        this.callAssist
          .media(id)
          ?.stats()
          .catch(() => null),
      ),
    );
    const stats = read.filter((each): each is CallStats => each != null);
    if (stats.length || this.stats.length) this.stats = stats;
  }

  async #copyReport(): Promise<void> {
    const make = async (): Promise<void> => void (this.text = await this.callAssist.report());
    const copy = (): Promise<void> => this.copy(this.text);
    if (await this.tell(make, '', t('setup.other'))) await this.tell(copy, t('diag.copied'), t('diag.copy_by_hand'));
  }
}
