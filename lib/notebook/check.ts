import { requireKnown } from "../autoencoder/_options.ts";
import { type AnswerFault, answerFault } from "./_answer_fault.ts";
import type { CheckOptions } from "./check_options.ts";
import { type Displayable, jupyterDisplay } from "./displayable.ts";
import { escapeHtml } from "./_html.ts";

/** What a check found; displays itself. */
export interface Check<T> extends Displayable {
  /** Whether the answer is right. */
  readonly passed: boolean;
  /**
   * Holds another answer, the notebook's own solution, against the same
   * expectations.
   *
   * @returns What displays that it is right, and the answer if it is short;
   * a fraction with four digits.
   * @throws {Error} If it is wrong or missing: in CI, that is a failed notebook.
   */
  solution(answer: T): Displayable;
  /** What was found, as text. */
  toString(): string;
}

/**
 * Tells a student whether the answer to an exercise is right, and if not, what
 * is still wrong with it. It never throws because of an answer: not when there
 * is none yet, not when the student's code throws.
 *
 * @typeParam T What the answer is.
 * @param name The answer's variable in the notebook.
 * @param answer Gives the answer. A function, so that what goes wrong in it is
 * told, and an answer that is itself a function is not called by mistake.
 * @param options See {@linkcode CheckOptions}.
 * @throws {TypeError} If neither `expected` nor `wrong` is given: that is the
 * author's mistake, and no student's.
 *
 * @example An exercise, its check and its solution
 * ```ts
 * import { check, yourTurn } from "stacked-autoencoders/notebook";
 *
 * const cells = yourTurn<number>(); // the student writes 943 * 1682
 * const cellsCheck = check("cells", () => cells, {
 *   expected: 1_586_126,
 *   hint: "One cell for each user and each movie.",
 * });
 * if (!String(cellsCheck).includes("no answer yet")) throw new Error("answered?");
 *
 * cellsCheck.solution(943 * 1682); // throws if the authors were wrong
 * ```
 */
export function check<T>(
  name: string,
  answer: () => T | undefined,
  options: CheckOptions<T>,
): Check<T> {
  const known = ["expected", "wrong", "right", "hint", "tolerance"];
  requireKnown("option of check", options, known);
  const { expected, wrong, hint } = options;
  if (expected === undefined && wrong === undefined) {
    throw new TypeError(
      `Cannot check ${name} as expected or wrong must say what is right: current value of both is undefined`,
    );
  }
  const { fault, praise } = judge(answer, options);
  const verdict = fault === undefined
    ? `✓ ${name} is right.${praise}`
    : fault.missing
    ? `○ ${name}: no answer yet. Write it in the place of yourTurn() in the cell above, run that cell, then this one.`
    : `✗ ${name} is not right yet: ${fault.text}.${hint ? ` ${hint}` : ""}`;
  return {
    ...note(verdict),
    passed: fault === undefined,
    solution(other) {
      const judged = judge(() => other, options);
      if (judged.fault) {
        throw new Error(
          `Cannot accept the solution as ${name} must pass its own check: ${judged.fault.text}`,
        );
      }
      const short = /^(number|string|boolean)$/.test(typeof other);
      const what = short ? ` is ${rounded(other)}` : ": the check agrees";
      return note(`✓ ${name}${what}.${judged.praise}`);
    },
  };
}

/** What is wrong with an answer; if nothing is, what `right` says, after a space. */
function judge<T>(
  answer: () => T | undefined,
  options: CheckOptions<T>,
): { readonly fault: AnswerFault | undefined; readonly praise: string } {
  const fault = answerFault(answer, options);
  const { right } = options;
  if (fault !== undefined || right === undefined) return { fault, praise: "" };
  let praise = "";
  // The same way again: it may call the student's function, which may throw.
  const late = answerFault(answer, {
    wrong: (given) => {
      praise = ` ${right(given)}`;
      return undefined;
    },
  });
  return { fault: late, praise };
}

/** A fraction with four digits that count; whole numbers and words as they are. */
function rounded(answer: unknown): string {
  return typeof answer === "number" && !Number.isInteger(answer)
    ? String(Number(answer.toPrecision(4)))
    : String(answer);
}

/** A line that displays itself, in the page's own colours. */
function note(text: string): Displayable & { toString(): string } {
  return {
    [jupyterDisplay]: () => ({
      "text/html":
        `<p role="status" style="margin:0;padding:4px 10px;border-left:4px solid">${
          escapeHtml(text)
        }</p>`,
      "text/plain": text,
    }),
    toString: () => text,
  };
}
