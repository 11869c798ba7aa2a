import { InvalidArgumentError } from "commander";
import type { Rule } from "../autoencoder/_options.ts";

/** What seeds a generator. */
export const seed: Rule = {
  must: "a whole number from 0 to 4294967295",
  holds: (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32,
};

/** Makes a parser for commander that refuses what breaks the rule. */
export function numberOption({ must, holds }: Rule) {
  return (text: string): number => {
    const value = text.trim() === "" ? NaN : Number(text);
    if (!holds(value)) throw new InvalidArgumentError(`It must be ${must}.`);
    return value;
  };
}
