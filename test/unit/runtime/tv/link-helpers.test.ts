import { expect } from '@open-wc/testing';
import { LinkHelpers } from '../../../../src/runtime/tv/link-helpers.ts';
import { invitationIn } from '../../../../src/runtime/tv/view-path.ts';
import { Scope } from '../../../../src/runtime/platform/scope.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { FakeHomeAssistant } from '../../support/fake-home-assistant.ts';

const [KITCHEN, HALL, OTHER] = [
  'input_text.call_assist_kitchen_link',
  'input_text.renamed',
  'input_text.call_assist_kitchen_with',
];

describe('the links of all stations', () => {
  let home: FakeHomeAssistant;
  let scope: Scope;
  let links: LinkHelpers;
  const said = (): readonly (string | undefined)[] => [KITCHEN, HALL, OTHER].map((id) => home.say(id));

  beforeEach(() => {
    const clock = new FakeClock();
    home = new FakeHomeAssistant(clock);
    for (const id of [KITCHEN, HALL, OTHER]) home.set(id, '');
    home.answers.set('config/entity_registry/get_entries', {
      [KITCHEN]: { unique_id: 'call_assist_kitchen_link' },
      [HALL]: { unique_id: 'call_assist_hall_link' },
      [OTHER]: { unique_id: 'call_assist_kitchen_with' },
    });
    scope = new Scope((error) => {
      throw error;
    });
    links = new LinkHelpers(home, clock, scope);
  });
  afterEach(async () => {
    await scope.close();
    expect(home.states.listeners).to.equal(0);
  });

  it('hears and answers the one that speaks, and takes back what was said in the others', async () => {
    await links.write('Rready');
    expect(said()).to.deep.equal(['Rready', 'Rready', '']);
    const heard: (string | null)[] = [];
    links.text.subscribe((text) => heard.push(text));
    home.set(HALL, 'Ooffer');
    expect(heard).to.deep.equal(['Ooffer']);
    await links.write('Aanswer', 'Ooffer');
    expect(said()).to.deep.equal(['', 'Aanswer', '']);
    home.set(HALL, '');
    await scope.close();
    expect(said()).to.deep.equal(['', '', '']);
  });

  it('takes back what nobody has answered, and only that', async () => {
    await links.write('Rready');
    home.set(HALL, 'Oof-somebody-else');
    await scope.close();
    expect(said()).to.deep.equal(['', 'Oof-somebody-else', '']);
  });

  it('answers nobody who has given up', async () => {
    await links.write('Rready');
    home.set(HALL, 'Ooffer');
    home.set(HALL, '');
    expect(await rejected(links.write('Aanswer', 'Ooffer'))).to.equal('nobody waits for this answer');
    expect(said()).to.deep.equal(['Rready', '', '']);
  });

  it('knows them by their names without the registry, and looks again where there are none', async () => {
    home.answers.delete('config/entity_registry/get_entries');
    home.remove(KITCHEN);
    expect(await rejected(links.write('Rready'))).to.equal('there is no link helper');
    home.set(KITCHEN, '');
    await links.write('Rready');
    expect(said()).to.deep.equal(['Rready', '', '']);
    home.absentServices.add('input_text');
    expect(await rejected(links.write('Ragain'))).to.equal('no such service');
  });

  it('writes nothing once it is over', async () => {
    const writing = rejected(links.write('Rready'));
    await scope.close();
    await settled();
    expect(await writing).to.match(/abort/i);
    expect(said()).to.deep.equal(['', '', '']);
  });
});

describe('the invitation in the path of a view', () => {
  it('is after the index, in exactly that form, and says over what both speak', () => {
    const secret = 'abcdefghijklmnopqrst-_';
    expect([`0~${secret}`, `12~${secret}`, `0~${secret}~n`].map(invitationIn)).to.deep.equal([
      { secret, byNotification: false },
      { secret, byNotification: false },
      { secret, byNotification: true },
    ]);
    const bad = [
      '',
      '0',
      '0~',
      secret,
      `tv~${secret}`,
      `0~${secret}x`,
      `0~${secret.slice(1)}`,
      `0~${secret}~`,
      `0~${secret}~x`,
      `0~${secret.slice(1)}=`,
    ];
    expect(bad.map(invitationIn)).to.deep.equal(bad.map(() => null));
  });
});

const rejected = (work: Promise<void>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as Error).message,
  );
