import { expect } from '@open-wc/testing';
import fc from '../../support/fast-check.ts';
import { errorText, isRing, parseRing } from '../../../../src/runtime/rings/parse.ts';

const parse = (value: unknown) => parseRing(JSON.stringify(value));

describe('parseRing', () => {
  it('reads each kind, with what is meant where nothing is said', () => {
    expect(parse({ id: 'wash', kind: 'assist', name: 'Washing machine' })).to.deep.equal({
      id: 'wash',
      kind: 'assist',
      name: 'Washing machine',
      lifetime: null,
      pipeline: 'preferred',
      listen: true,
    });
    expect(parse({ id: 'door', kind: 'door', camera: 'camera.front_door' })).to.deep.equal({
      id: 'door',
      kind: 'door',
      name: null,
      lifetime: null,
      camera: 'camera.front_door',
      open: null,
      buttons: [],
      forward: null,
    });
    expect(parse({ id: 'c', kind: 'connect', to: 'Grandma' })).to.deep.equal({
      id: 'c',
      kind: 'connect',
      name: null,
      lifetime: null,
      to: 'Grandma',
      video: true,
      first: 'ring',
    });
    expect(parse({ id: 'n', kind: 'note', name: 'Wash', text: 'It is done.' })).to.deep.equal({
      id: 'n',
      kind: 'note',
      name: 'Wash',
      text: 'It is done.',
      action: null,
    });
    expect(parse({ id: 'n', kind: 'stop' })).to.deep.equal({ id: 'n', kind: 'stop' });
  });

  it('reads all that can be said', () => {
    expect(parse({ id: 'a', kind: 'assist', name: 'A', secs: 20, pipe: '01ABC', listen: false })).to.deep.include({
      lifetime: 20_000,
      pipeline: '01ABC',
      listen: false,
    });
    const door = {
      id: 'd',
      kind: 'door',
      camera: 'camera.d',
      name: 'Door',
      open: 'open_it',
      buttons: ['light', 'gate'],
    };
    expect(parse({ ...door, to: 'Grandma', after: 20 })).to.deep.include({
      name: 'Door',
      open: 'open_it',
      buttons: ['light', 'gate'],
      forward: { to: 'Grandma', after: 20_000 },
    });
    expect(parse({ id: 'c', kind: 'connect', to: 'G', video: false, now: true })).to.deep.include({
      video: false,
      first: 'dial',
    });
    const note = { id: 'n', kind: 'note', name: 'N', text: 'T' };
    expect(parse({ ...note, pipe: 'preferred', listen: false })).to.deep.include({
      action: { kind: 'assist', pipeline: 'preferred', listen: false },
    });
    expect(parse({ ...note, to: 'G' })).to.deep.include({ action: { kind: 'dial', to: 'G', video: true } });
    expect(parse({ ...note, run: 'tidy' })).to.deep.include({ action: { kind: 'run', script: 'tidy' } });
  });

  const assist = { id: 'a', kind: 'assist', name: 'A' };
  const door = { id: 'd', kind: 'door', camera: 'camera.d' };
  const note = { id: 'n', kind: 'note', name: 'N', text: 'T' };
  const wrong: [what: string, value: unknown, said: string][] = [
    ['no object', [], 'not_an_object'],
    ['null', null, 'not_an_object'],
    ['a number', 7, 'not_an_object'],
    ['no kind', { id: 'a' }, 'unknown_kind'],
    ['a kind that is none', { id: 'a', kind: 'toString' }, 'unknown_kind'],
    ['a key that nobody knows, which is not repeated', { ...assist, colour: 'red' }, 'unknown_key'],
    ['a key of another kind', { ...assist, camera: 'camera.d' }, 'unknown_key: camera'],
    ['no id', { kind: 'stop' }, 'missing: id'],
    ['an id with markup', { id: '<b>', kind: 'stop' }, 'wrong: id'],
    ['no name', { id: 'a', kind: 'assist' }, 'missing: name'],
    ['a name of nothing', { ...assist, name: ' ' }, 'wrong: name'],
    ['a name with a control character', { ...assist, name: 'A\u0007' }, 'wrong: name'],
    ['too long a name', { ...assist, name: 'A'.repeat(61) }, 'wrong: name'],
    ['a ring for ever', { ...assist, secs: 999 }, 'wrong: secs'],
    ['seconds as a text', { ...assist, secs: '20' }, 'wrong: secs'],
    ['a pipeline with a path', { ...assist, pipe: '../x' }, 'wrong: pipe'],
    ['listening as a text', { ...assist, listen: 'yes' }, 'wrong: listen'],
    ['no camera', { id: 'd', kind: 'door' }, 'missing: camera'],
    ['an entity that is no camera', { ...door, camera: 'light.d' }, 'wrong: camera'],
    ['a script with its domain', { ...door, open: 'script.open' }, 'wrong: open'],
    ['four buttons', { ...door, buttons: ['a', 'b', 'c', 'd'] }, 'wrong: buttons'],
    ['three buttons and an opener', { ...door, open: 'o', buttons: ['a', 'b', 'c'] }, 'wrong: buttons'],
    ['a button that is no text', { ...door, buttons: [7] }, 'wrong: buttons'],
    ['a contact without a time', { ...door, to: 'G' }, 'missing: after'],
    ['a time without a contact', { ...door, after: 20 }, 'missing: to'],
    ['a connection to nobody', { id: 'c', kind: 'connect' }, 'missing: to'],
    ['two actions', { ...note, to: 'G', run: 'tidy' }, 'wrong: run'],
    ['listening to nothing', { ...note, listen: true }, 'missing: pipe'],
    ['video to nobody', { ...note, video: true }, 'missing: to'],
  ];
  for (const [what, value, said] of wrong) {
    it(`refuses ${what}`, () => {
      const parsed = parse(value);
      expect(isRing(parsed)).to.equal(false);
      expect(!isRing(parsed) && errorText(parsed)).to.equal(said);
    });
  }

  it('refuses what is no JSON, and what is longer than a state can be', () => {
    for (const text of ['', 'ring', '{', "{'id': 'a'}"]) expect(parseRing(text)).to.deep.equal({ problem: 'not_json' });
    expect(parse({ ...assist, id: 'a'.repeat(250) })).to.deep.equal({ problem: 'too_long' });
  });

  it('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseRing(text)));
    const kinds = fc.constantFrom('assist', 'door', 'connect', 'note', 'stop', '__proto__');
    const keys = fc.constantFrom('id', 'name', 'camera', 'to', 'after', 'text', 'run', 'pipe', '__proto__');
    fc.assert(fc.property(kinds, fc.dictionary(keys, fc.jsonValue()), (kind, rest) => void parse({ ...rest, kind })));
  });

  it('says the same as the schema in the docs', async () => {
    const { properties, oneOf } = (await (await fetch('/docs/ring.schema.json')).json()) as Schema;
    for (const { properties: own, required, additionalProperties } of oneOf) {
      const kind = own['kind']?.const ?? '';
      expect(additionalProperties, kind).to.equal(false);
      const sample: Record<string, unknown> = { id: 'x', kind };
      for (const key of required) sample[key] ??= properties[key]?.examples?.[0];
      const parsed = parse(sample);
      expect(isRing(parsed), `${kind} with what it needs: ${JSON.stringify(parsed)}`).to.equal(true);
      for (const key of required.filter((each) => each !== 'kind')) {
        const { [key]: _left, ...rest } = sample;
        expect(parse(rest), `${kind} without ${key}`).to.deep.equal({ problem: 'missing', key });
      }
      for (const key of Object.keys(properties)) {
        const known = { ...sample, [key]: sample[key] ?? properties[key]?.examples?.[0] };
        const refused = parse(known);
        const unknown = !isRing(refused) && refused.problem === 'unknown_key';
        expect(unknown, `${kind} with ${key}`).to.equal(!Object.hasOwn(own, key));
      }
    }
  });
});

interface Schema {
  readonly properties: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
  readonly oneOf: readonly {
    readonly properties: Readonly<Record<string, { readonly const?: string }>>;
    readonly required: readonly string[];
    readonly additionalProperties: boolean;
  }[];
}
