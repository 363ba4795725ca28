/**
 * In place of the parts of stanza that our stream does not use: its XML parser and stanza definitions (the browser
 * parses, and stanzas are plain elements), its SASL (ours runs in WebCrypto), transports, Jingle and every extension.
 * Its client, queues and stream management stay. The client makes one of each when it is built; none is called.
 */
export default class Unused {}

/** Of `stanza/jxt`. */
export class Registry {
  define(): void {}
}

/** Of `stanza/lib/sasl`. */
export class Factory {
  register(): void {}
}

/** Of `stanza/plugins`. */
export function core(): void {}

/** Of `stanza/Constants`. */
export const VERSION = '';
