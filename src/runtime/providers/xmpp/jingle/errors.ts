/**
 * What is wrong with something of the other side. `malformed`: not what its XEP says; `too-large`: more than any call
 * needs; `unknown-action`, `unknown-content`, `unknown-info`: something that we do not know; `out-of-order`: not now;
 * `tie-break`: our own action of the same kind wins; `unsupported-application`, `unsupported-transport`: nothing in it
 * that we speak; `insecure`: media would not be encrypted.
 */
export type JingleProblem =
  | 'malformed'
  | 'too-large'
  | 'unknown-action'
  | 'unknown-content'
  | 'unknown-info'
  | 'out-of-order'
  | 'tie-break'
  | 'unsupported-application'
  | 'unsupported-transport'
  | 'insecure';

/** The only error that reading Jingle or SDP throws. Its message names a place, never a value: logs may show it. */
export class JingleError extends Error {
  readonly problem: JingleProblem;

  constructor(problem: JingleProblem, where: string) {
    super(`${problem}: ${where}`);
    this.name = 'JingleError';
    this.problem = problem;
  }
}
