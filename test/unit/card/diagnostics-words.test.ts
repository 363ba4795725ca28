import { expect } from '@open-wc/testing';
import { problemWords, statusOf, whyText } from '../../../src/card/pages/diagnostics/words.ts';
import type { Problem } from '../../../src/runtime/api.ts';
import type { AccountStatus } from '../../../src/runtime/providers/provider.ts';
import { readySnapshot } from './support/fake-call-assist.ts';
import { TestPage } from './support/page.ts';

describe('what diagnostics say', () => {
  let page: TestPage;
  beforeEach(() => {
    page = new TestPage(readySnapshot());
  });
  afterEach(() => page.close());

  it('of each problem: its name, and a sentence on it', () => {
    const problems: readonly Problem[] = [
      { kind: 'storage', problem: 'full' },
      { kind: 'storage', problem: 'cleared' },
      { kind: 'insecure-page' },
      { kind: 'stations-taken', stations: [{ slug: 'hall', name: 'Hall' }] },
      { kind: 'helpers-missing', entities: ['input_text.call_assist_hall_dial', 'input_text.call_assist_hall_ring'] },
      { kind: 'home-assistant-away' },
      { kind: 'update-waiting' },
      { kind: 'update-ready' },
    ];
    const said = problems.map(problemWords);
    expect(new Set(said.map((words) => words.join(' '))).size).to.equal(problems.length);
    for (const words of said) for (const each of words) expect(each).to.match(/^\S.{5,}/);
    expect(said[3]?.[0]).to.contain('Hall');
    expect(said[4]?.[1]).to.contain('input_text.call_assist_hall_dial, input_text.call_assist_hall_ring');
  });

  it('of each account: how it is, and why', () => {
    const [account] = readySnapshot().accounts;
    if (!account) throw new Error('there is an account');
    const all: readonly (readonly [status: AccountStatus, how: string, why: boolean])[] = [
      [{ state: 'online' }, 'ok', false],
      [{ state: 'online', notice: 'no_relay' }, 'warn', true],
      [{ state: 'connecting' }, 'skipped', false],
      [{ state: 'degraded', reason: 'network' }, 'warn', true],
      [{ state: 'signed-out', reason: 'revoked' }, 'fail', true],
    ];
    for (const [status, how, why] of all) {
      expect(statusOf({ ...account, status })).to.equal(how);
      expect(whyText({ ...account, status }) !== '').to.equal(why);
    }
  });
});
