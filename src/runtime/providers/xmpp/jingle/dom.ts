import type { XmlElement } from './element.ts';
import { JingleError } from './errors.ts';

/**
 * A roster comes in one stanza: 5,000 people, each in half a dozen groups. Sessions have some hundred elements, ten deep,
 * and limits of their own (`LIMITS`).
 */
const MAX_ELEMENTS = 40_000;
const MAX_DEPTH = 32;
const MAX_TEXT = 1_000_000;

const NS_XML = 'http://www.w3.org/XML/1998/namespace';
const TEXT_NODE = 3;
const CDATA_NODE = 4;

/** @throws JingleError `too-large` */
function fromDom(root: Element): XmlElement {
  let left = MAX_ELEMENTS;
  let text = MAX_TEXT;
  const spend = (value: string): string => {
    text -= value.length;
    if (text < 0) throw new JingleError('too-large', 'text of a stanza');
    return value;
  };
  const read = (node: Element, depth: number): XmlElement => {
    if (--left < 0 || depth > MAX_DEPTH) throw new JingleError('too-large', 'elements of a stanza');
    const attributes: [string, string][] = [];
    for (const { localName, value, namespaceURI } of node.attributes) {
      if (namespaceURI === null) attributes.push([localName, spend(value)]);
      else if (namespaceURI === NS_XML) attributes.push([`xml:${localName}`, spend(value)]);
    }
    const children: (XmlElement | string)[] = [];
    for (const child of node.childNodes) {
      if (child instanceof Element) children.push(read(child, depth + 1));
      else if (child.nodeType === TEXT_NODE || child.nodeType === CDATA_NODE) {
        children.push(spend(child.textContent ?? ''));
      }
    }
    return {
      name: node.localName,
      ns: node.namespaceURI ?? '',
      attributes: Object.fromEntries(attributes),
      children,
    };
  };
  return read(root, 0);
}

/** In a document of its own; characters that XML can't hold are left out. */
export function toDom(root: XmlElement): Element {
  const owner = document.implementation.createDocument(null, null);
  const write = ({ ns, name, attributes, children }: XmlElement): Element => {
    const node = owner.createElementNS(ns === '' ? null : ns, name);
    for (const [key, value] of Object.entries(attributes)) {
      node.setAttributeNS(key.startsWith('xml:') ? NS_XML : null, key, clean(value));
    }
    for (const child of children) node.append(typeof child === 'string' ? clean(child) : write(child));
    return node;
  };
  return write(root);
}

/** @throws JingleError `malformed` where the text is no XML; `too-large` */
export function parseXml(xml: string): XmlElement {
  if (xml.length > MAX_TEXT) throw new JingleError('too-large', 'a stanza');
  const { documentElement: root } = new DOMParser().parseFromString(xml, 'application/xml');
  if (root.localName === 'parsererror' || root.getElementsByTagName('parsererror').length > 0) {
    throw new JingleError('malformed', 'XML');
  }
  return fromDom(root);
}

export function serializeXml(root: XmlElement): string {
  return new XMLSerializer().serializeToString(toDom(root));
}

/** XML 1.0, 2.2: control characters and lone surrogates would end the whole stream. */
function clean(value: string): string {
  // eslint-disable-next-line no-control-regex
  return value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();
}
