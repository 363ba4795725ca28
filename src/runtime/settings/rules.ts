/** What a key may hold, in words for the error: a value that does not fit changes nothing. */
export type Rule = readonly [fits: (value: unknown) => boolean, needed: string];
export type Rules<T> = { readonly [Key in keyof T]-?: Rule };

export const FLAG: Rule = [(value) => typeof value === 'boolean', 'true or false'];

export function oneOf(...values: readonly string[]): Rule {
  return [(value) => values.some((each) => each === value), values.join(', ')];
}

/**
 * What was given with the change applied.
 * @param name of the whole, for the error.
 * @throws RangeError naming the key that is wrong; then nothing changes.
 */
export function changed<T extends object>(name: string, rules: Rules<T>, before: T, change: Partial<T>): T {
  if (typeof change !== 'object' || (change as unknown) === null) throw new RangeError(`${name}: a change is needed`);
  for (const [key, value] of Object.entries(change)) {
    const rule = Object.hasOwn(rules, key) ? rules[key as keyof T] : undefined;
    if (!rule) throw new RangeError(`${name}.${key}: there is no such setting`);
    if (!rule[0](value)) throw new RangeError(`${name}.${key}: ${rule[1]} is needed`);
  }
  return { ...before, ...change };
}

/** What was read from storage: a key that is missing or does not fit (another version wrote it) has its default. */
export function restored<T extends object>(rules: Rules<T>, defaults: T, read: unknown): T {
  if (typeof read !== 'object' || read === null) return defaults;
  const fitting = Object.entries(read).filter(([key, value]) => {
    return Object.hasOwn(rules, key) && rules[key as keyof T][0](value);
  });
  return { ...defaults, ...(Object.fromEntries(fitting) as Partial<T>) };
}
