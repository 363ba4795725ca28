/** Attributes of a section or of the session, in their order: [name, value]. */
export type Attributes = readonly (readonly [string, string])[];

/** The `a=` lines of a part of SDP. */
export function attributesOf(text: string): Attributes {
  return text.split(/\r\n|\n/).flatMap((line): [string, string][] => {
    const [, name, value = ''] = /^a=([^:]+)(?::(.*))?$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
}

export function valuesOf(attributes: Attributes, name: string): readonly string[] {
  return attributes.flatMap(([given, value]) => (given === name ? [value] : []));
}

export function firstOf(attributes: Attributes, name: string): string | null {
  return valuesOf(attributes, name)[0] ?? null;
}
