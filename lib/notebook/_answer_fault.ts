import type { CheckOptions } from "./check_options.ts";
import { difference } from "./difference.ts";

/** What is wrong with an answer. */
export interface AnswerFault {
  /** In words; no period. */
  readonly text: string;
  /** Whether there is no answer at all. */
  readonly missing: boolean;
}

/** What is wrong with an answer; nothing if it is right. Never throws. */
export function answerFault<T>(
  answer: () => T | undefined,
  { expected, wrong, tolerance }: CheckOptions<T>,
): AnswerFault | undefined {
  const fault = (text: string) => ({ text, missing: false });
  try {
    const given = answer();
    if (given === undefined) return { text: "there is none", missing: true };
    if (given instanceof Promise) {
      return fault("it is a promise; write await before what makes it");
    }
    const said = wrong?.(given);
    if (said !== undefined) return fault(said.replace(/\.$/, ""));
    if (expected === undefined) return undefined;
    const differs = difference(given, expected, { tolerance });
    return differs === undefined ? undefined : fault(differs);
  } catch (error) {
    const what = error instanceof Error
      ? `${error.name}: ${error.message}`
      : String(error);
    return fault(`the code stopped with ${what}`);
  }
}
