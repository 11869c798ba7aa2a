import type { DifferenceOptions } from "./difference.ts";

/** What `check` asks of an answer: `expected`, `wrong`, or both. */
export interface CheckOptions<T> extends DifferenceOptions {
  /** What the answer must equal; see `difference`. Never shown. */
  readonly expected?: T;
  /**
   * What is wrong with an answer, in a sentence for the student; `undefined` if
   * nothing is. Asked before `expected` is compared; for an answer that is a
   * function, it calls it.
   */
  readonly wrong?: (answer: T) => string | undefined;
  /**
   * What is to be said of an answer that is right, in a sentence: how far it
   * got where there is more to reach. Nothing by default.
   */
  readonly right?: (answer: T) => string;
  /** A hint, shown beside what is wrong; not before there is an answer. */
  readonly hint?: string;
}
