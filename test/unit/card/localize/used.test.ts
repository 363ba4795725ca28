import { expect } from '@open-wc/testing';
import { card } from '../../../../src/card/localize/en/card.ts';
import { cast } from '../../../../src/card/localize/en/cast.ts';
import { displays } from '../../../../src/card/localize/en/displays.ts';
import { editor } from '../../../../src/card/localize/en/editor.ts';
import { live } from '../../../../src/card/localize/en/live.ts';
import { more } from '../../../../src/card/localize/en/more.ts';
import { pages } from '../../../../src/card/localize/en/pages.ts';
import { rings } from '../../../../src/card/localize/en/rings.ts';
import { setup } from '../../../../src/card/localize/en/setup.ts';
import type { Part } from '../../../../src/card/localize/keys.ts';
import { t } from '../../../../src/card/localize/pages.ts';
import { CHECK_IDS } from '../../../../src/runtime/checks/checks.ts';
import type { AccountStatus, SignInProblem } from '../../../../src/runtime/providers/provider.ts';

const english: Readonly<Record<Part, Readonly<Record<string, string>>>> = {
  card,
  live,
  more,
  setup,
  pages,
  rings,
  displays,
  cast,
  editor,
};

/** Exactly the values of a type: one that is missing or too many does not compile. */
const valuesOf = <Value extends string>(values: Readonly<Record<Value, true>>): readonly string[] =>
  Object.keys(values);

/**
 * Where computed keys share their beginning with keys that are written out, what they can come to. Any other hole
 * stands for everything that has a key, because nothing else begins like that; at the beginning, dots included.
 */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  'call.{}': ['good', 'weak', 'none'],
  'card.{}': ['reachable', 'in_call', 'offline', 'favourites', 'everyone', 'recent'],
  'check.{}': [...CHECK_IDS, 'timed_out', 'failed'],
  'diag.{}': ['ok', 'warn', 'fail', 'skipped'],
  'out.{}': ['voice', 'video'],
  'account.{}': valuesOf<NonNullable<Extract<AccountStatus, { state: 'online' }>['notice']>>({
    no_relay: true,
    no_sfu: true,
  }),
  'setup.{}': valuesOf<Exclude<SignInProblem, 'network'>>({
    needed: true,
    bad_address: true,
    server_not_found: true,
    server_not_secure: true,
    no_websocket: true,
    no_connection: true,
    insecure_page: true,
    server_error: true,
    wrong_password: true,
    bad_token: true,
    rate_limited: true,
    not_offered: true,
    declined: true,
    expired: true,
    cancelled: true,
  }),
};

/** The code of every module that the card can come to load, without its types, comments and tables of words. */
async function sources(): Promise<string> {
  const seen = new Set<string>();
  const texts: string[] = [];
  const visit = async (path: string): Promise<void> => {
    if (seen.has(path) || !path.startsWith('/src/') || /\/localize\/\w\w\//.test(path)) return;
    seen.add(path);
    const text = await (await fetch(path)).text();
    texts.push(text);
    const next = [...text.matchAll(/(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g)].map(([, to = '']) => to);
    await Promise.all(next.map((to) => visit(new URL(to, new URL(path, location.origin)).pathname)));
  };
  await visit('/src/card/call-assist-card.ts');
  return texts.join('\n');
}

/** Whether code says a key: written out, or computed by a template of words and holes. */
function saying(code: string): (key: string) => boolean {
  const written = new Set([...code.matchAll(/(["'`])([a-z]+\.[\w.-]+)\1/g)].map(([, , key]) => key));
  const computed = [...code.matchAll(/`([\w.-]*(?:\$\{[^{}`]*\}[\w.-]*)+)`/g)]
    .map(([, template = '']) => template.replace(/\$\{[^{}]*\}/g, '{}'))
    .filter((template) => /\w/.test(template.replaceAll('{}', '')) && template.includes('.'));
  for (const template of computed) {
    for (const value of COMPUTED[template] ?? []) written.add(template.replace('{}', value));
  }
  const patterns = computed
    .filter((template) => !(template in COMPUTED))
    .map((template) => template.replaceAll('.', '\\.').replace(/^\{\}/, '[\\w.-]+').replaceAll('{}', '[\\w-]+'))
    .map((pattern) => new RegExp(`^${pattern}$`));
  return (key) => written.has(key) || patterns.some((pattern) => pattern.test(key));
}

/** Keys that are said with values written out, and the names of those. */
function said(code: string): readonly (readonly [key: string, values: readonly string[]])[] {
  return [...code.matchAll(/\bt\(\s*["'`]([\w.-]+)["'`],\s*\{([^{}]*)\}\s*\)/g)]
    .filter(([, , given = '']) => !given.includes('...'))
    .map(([, key = '', given = '']) => {
      let flat = given;
      while (/\([^()]*\)/.test(flat)) flat = flat.replace(/\([^()]*\)/g, '');
      return [key, [...flat.matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)].map(([, name = '']) => name)];
    });
}

describe('keys', () => {
  let code = '';
  before(async function () {
    // Some hundred files, on a machine that may be busy.
    this.timeout(30_000);
    code = await sources();
  });

  it('are looked for in the whole card', () => {
    for (const name of ['class CaOverlay', 'class CaSettings', 'class CaSetup', 'configForm'])
      expect(code).to.include(name);
  });

  for (const [part, words] of Object.entries(english)) {
    it(`of ${part} are all said somewhere`, () => {
      const said = saying(code);
      expect(Object.keys(words).filter((key) => !said(key))).to.deep.equal([]);
    });
  }

  it('get the values that their words ask for, where that can be seen', () => {
    const all: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(english));
    const wrong = (given: string): readonly string[] =>
      said(given)
        .filter(([key, values]) => {
          const asked = new Set([...(all[key] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
          return asked.size !== values.length || values.some((name) => !asked.has(name));
        })
        .map(([key, values]) => `${key}: ${values.join()}`);
    expect(
      wrong('t("card.helpers_text", { list: join(a, b) }); t("card.open"); t("in.from", { kind, ...n })'),
    ).to.deep.equal(['card.helpers_text: list']);
    expect(said(code).length).to.be.greaterThan(50);
    expect(wrong(code)).to.deep.equal([]);
  });

  it('that have no words do not compile, and are shown as they are', () => {
    // @ts-expect-error: no table has it
    expect(t('page.nowhere')).to.equal('page.nowhere');
  });

  it('that nobody says are found', () => {
    const said = saying('t("card.open"); t(`card.${presence}`); t(`end.${reason}.text`); `${a}.${b}`; `auto-${x}`');
    expect(['card.open', 'card.offline', 'end.busy.text'].every(said)).to.equal(true);
    expect(['card.shut', 'card.ready', 'end.busy', 'end.busy.text.more', 'auto.x'].some(said)).to.equal(false);
  });

  it('that are computed share their beginning with written ones only where it is known what they come to', () => {
    for (const template of Object.keys(COMPUTED))
      expect(code).to.match(new RegExp(`\`${template.replace('{}', '\\$\\{[^{}`]*\\}')}\``));
  });
});
