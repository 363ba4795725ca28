import { html, type TemplateResult } from 'lit';

/** The first letters of the first and the last word; of an address, of its own part. */
function initials(name: string): string {
  const parts = name
    // Marks that cannot be seen, such as those that turn the direction of a text, are no letters.
    .replace(/^@|\p{Cf}/gu, '')
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const letter = (word = ''): string => [...word][0] ?? '';
  return (letter(parts[0]) + (parts.length > 1 ? letter(parts.at(-1)) : '')).toUpperCase() || '?';
}

/** A hue that stays the same for the same person on every device. */
export function hue(id: string): number {
  let hash = 0;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 360;
  return hash;
}

export interface AvatarOf {
  readonly id: string;
  readonly name: string;
  readonly avatar: string | null;
  readonly presence?: 'reachable' | 'in_call' | 'offline' | 'unknown';
}

/** A face: the picture where it loads, initials below it. The name stands beside it, so it has none of its own. */
export function avatar({ id, name, avatar: picture, presence = 'unknown' }: AvatarOf): TemplateResult {
  const loads = (event: Event): void => void ((event.target as HTMLElement).hidden = event.type === 'error');
  return html`<span class="av" aria-hidden="true" style="--h:${hue(id)}"
    ><span class="p"
      >${initials(name)}${picture ? html`<img src=${picture} alt="" @error=${loads} @load=${loads} />` : ''}</span
    >${presence === 'unknown' ? '' : html`<span class="d ${presence}"></span>`}</span
  >`;
}
