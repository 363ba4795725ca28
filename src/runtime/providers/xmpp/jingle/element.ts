/** An XML element as plain data, so that mappings know neither the DOM nor an XMPP library. */
export interface XmlElement {
  readonly name: string;
  /** Resolved namespace. */
  readonly ns: string;
  /** Those without a namespace, and `xml:lang` and its like; declarations (`xmlns`) are no attributes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** An attribute with `undefined` or null is left out, a child too. */
export function element(
  ns: string,
  name: string,
  attributes: Readonly<Record<string, string | number | null | undefined>> = {},
  children: readonly (XmlElement | string | null)[] = [],
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === null ? [] : [[key, String(value)]],
  );
  return { name, ns, attributes: Object.fromEntries(given), children: children.filter((child) => child !== null) };
}

export function elements(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

export function childrenOf(parent: XmlElement, ns: string, name: string): readonly XmlElement[] {
  return elements(parent).filter((child) => child.ns === ns && child.name === name);
}

export function childOf(parent: XmlElement, ns: string, name: string): XmlElement | null {
  return elements(parent).find((child) => child.ns === ns && child.name === name) ?? null;
}

/** Its own text, without that of elements in it, trimmed. */
export function textOf(parent: XmlElement): string {
  return parent.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}
