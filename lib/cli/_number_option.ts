import { InvalidArgumentError } from "commander";

/** What a number on the command line must be. */
export interface NumberRule {
  /** In words, for the error message. */
  readonly must: string;
  /** The rule itself. */
  readonly holds: (value: number) => boolean;
}

/** A whole number of at least 1: epochs, users a batch. */
export const count: NumberRule = {
  must: "a whole number of at least 1",
  holds: (value) => Number.isSafeInteger(value) && value >= 1,
};

/** A number above 0: learning rates. */
export const above0: NumberRule = {
  must: "a number above 0",
  holds: (value) => value > 0 && value < Infinity,
};

/** A share of a whole, which leaves something. */
export const share: NumberRule = {
  must: "at least 0 and below 1",
  holds: (value) => value >= 0 && value < 1,
};

/** What seeds a generator. */
export const seed: NumberRule = {
  must: "a whole number from 0 to 4294967295",
  holds: (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32,
};

/** Makes a parser for commander that refuses what breaks the rule. */
export function numberOption({ must, holds }: NumberRule) {
  return (text: string): number => {
    const value = text.trim() === "" ? NaN : Number(text);
    if (!holds(value)) throw new InvalidArgumentError(`It must be ${must}.`);
    return value;
  };
}
