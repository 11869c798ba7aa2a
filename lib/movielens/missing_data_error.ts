/**
 * Thrown when a data set is nowhere to be found; the message says where it was
 * looked for and what to do.
 *
 * @example A program that asks for data which are not there
 * ```ts
 * import { loadMovieLens, MissingDataError } from "stacked-autoencoders";
 *
 * try {
 *   await loadMovieLens("ml-100k", { dir: "no/such/folder" });
 *   throw new Error("found it after all");
 * } catch (error) {
 *   if (!(error instanceof MissingDataError)) throw error;
 * }
 * ```
 */
export class MissingDataError extends Error {
  /** "MissingDataError". */
  override readonly name = "MissingDataError";
}
