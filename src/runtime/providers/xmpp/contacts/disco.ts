import { type XmlElement, childrenOf, element } from '../jingle/element.ts';
import { attribute } from '../jingle/values.ts';
import { base64, digest } from './digest.ts';
import { NS_DATA, NS_DISCO_INFO } from './namespaces.ts';

/** More than any client says of itself. */
const MAX_CHILDREN = 1_000;
const MAX_FIELDS = 200;

interface Identity {
  readonly category: string;
  readonly type: string;
  readonly lang: string;
  readonly name: string;
}

/** A data form (XEP-0128). */
interface Form {
  readonly type: string;
  readonly fields: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** What an entity can do (XEP-0030, 3). */
export interface DiscoInfo {
  readonly identities: readonly Identity[];
  readonly features: readonly string[];
  readonly forms: readonly Form[];
  /** Nothing is there twice, and nothing could pass for something else in a hash (XEP-0115, 5.4 and 7.1). */
  readonly sound: boolean;
}

export function readDiscoInfo(query: XmlElement): DiscoInfo {
  const all = childrenOf(query, NS_DISCO_INFO, 'identity').slice(0, MAX_CHILDREN);
  const identities = all.map((child) => ({
    category: attribute(child, 'category') ?? '',
    type: attribute(child, 'type') ?? '',
    lang: attribute(child, 'xml:lang') ?? '',
    name: attribute(child, 'name') ?? '',
  }));
  const features = childrenOf(query, NS_DISCO_INFO, 'feature')
    .slice(0, MAX_CHILDREN)
    .map((child) => attribute(child, 'var') ?? '');
  const read = childrenOf(query, NS_DATA, 'x').slice(0, MAX_FIELDS).map(readForm);
  const forms = read.filter((form) => form !== null && form !== 'unsound');
  const texts = [
    ...identities.flatMap((identity) => Object.values(identity)),
    ...features,
    ...forms.flatMap(({ fields }) => fields.flatMap(({ name, values }) => [name, ...values])),
  ];
  const sound =
    query.children.length <= MAX_CHILDREN &&
    !read.includes('unsound') &&
    isUnique(identities.map(({ category, type, lang, name }) => [category, type, lang, name].join('/'))) &&
    isUnique(features) &&
    isUnique(forms.map(({ type }) => type)) &&
    !texts.some((text) => text.includes('<'));
  return { identities, features, forms, sound };
}

export function writeDiscoInfo({ identities, features }: DiscoInfo, node: string | null): XmlElement {
  return element(NS_DISCO_INFO, 'query', { node }, [
    ...identities.map(({ category, type, name }) => element(NS_DISCO_INFO, 'identity', { category, type, name })),
    ...features.map((feature) => element(NS_DISCO_INFO, 'feature', { var: feature })),
  ]);
}

/** The string that is hashed (XEP-0115, 5.1). */
export function verificationString({ identities, features, forms }: DiscoInfo): string {
  const parts: string[] = [];
  const sorted = [...identities].sort(
    (a, b) => compare(a.category, b.category) || compare(a.type, b.type) || compare(a.lang, b.lang),
  );
  for (const { category, type, lang, name } of sorted) parts.push([category, type, lang, name].join('/'));
  parts.push(...[...features].sort(compare));
  for (const { type, fields } of [...forms].sort((a, b) => compare(a.type, b.type))) {
    parts.push(type);
    for (const { name, values } of [...fields].sort((a, b) => compare(a.name, b.name))) {
      parts.push(name, ...[...values].sort(compare));
    }
  }
  return parts.map((part) => `${part}<`).join('');
}

/** `ver` of XEP-0115, 5.1; null where this page can't hash by that algorithm. */
export async function verificationHash(info: DiscoInfo, algorithm: string): Promise<string | null> {
  const hash = await digest(algorithm, new TextEncoder().encode(verificationString(info)));
  return hash && base64(hash);
}

/** Null: says nothing of the entity's (XEP-0115, 5.4, 3.6). */
function readForm(form: XmlElement): Form | 'unsound' | null {
  const fields = childrenOf(form, NS_DATA, 'field')
    .slice(0, MAX_FIELDS)
    .map((field) => ({
      name: attribute(field, 'var') ?? '',
      hidden: attribute(field, 'type') === 'hidden',
      values: childrenOf(field, NS_DATA, 'value').slice(0, MAX_FIELDS).map(rawText),
    }));
  const kind = fields.find(({ name }) => name === 'FORM_TYPE');
  if (!kind?.hidden || kind.values[0] === undefined) return null;
  if (kind.values.some((value) => value !== kind.values[0])) return 'unsound';
  return {
    type: kind.values[0],
    fields: fields.filter(({ name }) => name !== 'FORM_TYPE').map(({ name, values }) => ({ name, values })),
  };
}

/** With its spaces, which are hashed. */
function rawText(parent: XmlElement): string {
  return parent.children.filter((child) => typeof child === 'string').join('');
}

function isUnique(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}

/** `i;octet` (RFC 4790, 9.3): UTF-8 sorts as code points do. */
function compare(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((char, index) => char !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
