const SHORT = 200;

/** `token=…`, `"access_token": "…"`, `password: …` and the like: what follows goes, whatever it looks like. */
const NAMED = /((?:token|secret|passw(?:or)?d|authsig|recovery_?key)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi;
const BEARER = /\bBearer\s+\S+/gi;
/** Matrix access, refresh and login tokens (Synapse and MAS): `syt_…`, `syr_…`, `mct_…`. */
const MATRIX = /\b(?:sy[tralu]|mct|mat|mcr)_\w+/g;
const CANDIDATE = /[A-Za-z0-9+/_-]{20,}={0,2}/g;

/** Text without what could be a secret. Rather too much than too little: a token is worse in a log than a hole. */
export function redact(text: string): string {
  return text
    .replace(NAMED, '$1…')
    .replace(BEARER, 'Bearer …')
    .replace(MATRIX, '…')
    .replace(CANDIDATE, (run) => (looksRandom(run) ? '…' : run));
}

/** An entity id or a path is long too, but made of short words of one case; a token is not. */
function looksRandom(run: string): boolean {
  if (/^[0-9a-f-]+$/i.test(run)) return true;
  if (run.split(/[_/-]+/).some((word) => word.length >= 20)) return true;
  return /[0-9]/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run);
}

/**
 * An error as one short line: name, code, message, and what caused it. No stack, no fields besides these:
 * errors of libraries carry whole requests with their headers.
 */
export function errorText(error: unknown): string {
  const parts: string[] = [];
  for (let each = error, depth = 0; each != null && depth < 3; depth++) {
    parts.push(one(each));
    each = each instanceof Error ? each.cause : undefined;
  }
  return parts.join(' ← ') || String(error);
}

function one(error: unknown): string {
  if (typeof error !== 'object' || error === null) return short(String(error));
  const { name, code, errcode, message } = error as Readonly<Record<string, unknown>>;
  const words = [name, errcode ?? code, message].filter((part) => typeof part === 'string' || typeof part === 'number');
  return words.length > 0 ? short(words.join(' ')) : short(Object.prototype.toString.call(error));
}

/** What a log line says of its detail: values that say little about people, never whole objects. */
export function detailText(detail: unknown): string {
  if (detail === undefined) return '';
  if (!isPlain(detail) || 'message' in detail) return errorText(detail);
  const fields = Object.entries(detail).map(([name, value]) => `${name}=${fieldText(name, value)}`);
  return short(fields.join(' '));
}

function fieldText(name: string, value: unknown): string {
  if (/token|secret|passw|key|sdp|body|content|candidate/i.test(name)) return '…';
  if (typeof value === 'object' && value !== null) return value instanceof Error ? one(value) : '{…}';
  return String(value);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function short(text: string): string {
  const clean = redact(text.replace(/\s+/g, ' '));
  return clean.length > SHORT ? `${clean.slice(0, SHORT - 1)}…` : clean;
}
