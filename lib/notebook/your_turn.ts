/**
 * The blank of an exercise: stands where the student's code is to stand, so that
 * the notebook runs while the exercise is still undone. {@linkcode check} then
 * says kindly that there is no answer yet.
 *
 * @typeParam T What the answer is to be.
 * @returns Nothing, `undefined`.
 *
 * @example A blank, and what the student writes in its place
 * ```ts
 * import { yourTurn } from "stacked-autoencoders/notebook";
 *
 * const blank = yourTurn<number>();
 * const answer = 943 * 1682;
 * if (blank !== undefined || answer !== 1_586_126) throw new Error("not blank");
 * ```
 */
export function yourTurn<T>(): T | undefined {
  return undefined;
}
