import fc from '../../../../../support/fast-check.ts';
import { type XmlElement, elements } from '../../../../../../../src/runtime/providers/xmpp/jingle/element.ts';

/** Stands in everything that is made up: nothing of a stanza is to appear in a log. */
export const MARK = 'S3cret';

const VALUES: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '4294967296',
  '1e9',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  MARK,
  `a\r\na=candidate:${MARK}`,
  '\u0000\u2028\ud800',
  '💣'.repeat(50),
  MARK.repeat(20_000),
  'both',
  'none',
  'initiator',
  'responder',
  'audio',
  'video',
  'session-initiate',
  'session-accept',
  'content-add',
  'transport-info',
  '2026-01-01T00:00:00Z',
  '2999-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
];
const SPACES: readonly string[] = [
  'urn:xmpp:jingle:1',
  'urn:xmpp:jingle:apps:rtp:1',
  'urn:xmpp:jingle:transports:ice-udp:1',
  'urn:xmpp:jingle-message:0',
  'urn:xmpp:carbons:2',
  'jabber:client',
  '',
  'urn:other',
];

export interface Mutation {
  /** Which element (of all, in document order, modulo), which of its attributes or children. */
  readonly where: number;
  readonly which: number;
  readonly how: 'value' | 'drop' | 'rename' | 'space' | 'lose' | 'repeat' | 'flood' | 'text' | 'swap' | 'nest';
  readonly value: string;
  readonly ns: string;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.nat(200),
  which: fc.nat(10),
  how: fc.constantFrom(
    'value',
    'value',
    'value',
    'drop',
    'drop',
    'rename',
    'space',
    'lose',
    'repeat',
    'flood',
    'text',
    'swap',
    'nest',
  ),
  value: fc.constantFrom(...VALUES),
  ns: fc.constantFrom(...SPACES),
});

/** `root` with one thing changed. */
export function mutate(root: XmlElement, { where, which, how, value, ns }: Mutation): XmlElement {
  const count = size(root);
  let left = where % count;
  const visit = (node: XmlElement): XmlElement => {
    if (left-- === 0) return change(node);
    return { ...node, children: node.children.map((child) => (typeof child === 'string' ? child : visit(child))) };
  };
  const change = (node: XmlElement): XmlElement => {
    const names = Object.keys(node.attributes);
    const name = names[which % Math.max(1, names.length)];
    const child = node.children[which % Math.max(1, node.children.length)];
    switch (how) {
      case 'value':
        return name === undefined
          ? { ...node, children: [value] }
          : { ...node, attributes: { ...node.attributes, [name]: value } };
      case 'drop':
        return {
          ...node,
          attributes: Object.fromEntries(Object.entries(node.attributes).filter(([key]) => key !== name)),
        };
      case 'rename':
        return { ...node, name: value.length > 0 && /^[a-z-]+$/.test(value) ? value : 'other' };
      case 'space':
        return { ...node, ns };
      case 'lose':
        return { ...node, children: node.children.filter((one) => one !== child) };
      case 'repeat':
        return child === undefined ? node : { ...node, children: [...node.children, child] };
      case 'flood':
        return child === undefined ? node : { ...node, children: Array.from({ length: 300 }, () => child) };
      case 'text':
        return { ...node, children: [value, ...node.children] };
      case 'swap':
        return { ...node, children: node.children.toReversed() };
      case 'nest':
        return { ...node, children: [node] };
      default:
        return how satisfies never;
    }
  };
  return visit(root);
}

function size(node: XmlElement): number {
  return elements(node).reduce((sum, child) => sum + size(child), 1);
}

/** `root` as if another session, or another sender of it, were meant. */
export function renamed(root: XmlElement, values: ReadonlyMap<string, string>): XmlElement {
  const attributes = Object.fromEntries(
    Object.entries(root.attributes).map(([key, value]) => [key, values.get(value) ?? value]),
  );
  const children = root.children.map((child) => (typeof child === 'string' ? child : renamed(child, values)));
  return { ...root, attributes, children };
}
