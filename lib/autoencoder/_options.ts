/** What an option may be, in words for its error message and as a test. */
export interface Rule {
  readonly must: string;
  readonly holds: (value: number) => boolean;
}

/** The rules that several options share. */
export const rules = {
  above0: { must: "a number above 0", holds: (x) => x > 0 && x < Infinity },
  atLeast0: {
    must: "a number of at least 0",
    holds: (x) => x >= 0 && x < Infinity,
  },
  count: {
    must: "a whole number of at least 1",
    holds: (x) => Number.isSafeInteger(x) && x >= 1,
  },
  share: { must: "at least 0 and below 1", holds: (x) => x >= 0 && x < 1 },
} satisfies Record<string, Rule>;

/** Refuses a number that breaks its rule, by the option's name. */
export function requireOption(name: string, value: number, rule: Rule) {
  if (typeof value !== "number" || !rule.holds(value)) {
    throw new RangeError(
      `Cannot use ${name} as it must be ${rule.must}: current value is ${
        typeof value === "string" ? JSON.stringify(value) : value
      }`,
    );
  }
}

/** Refuses what is neither true nor false: "no" would count as true. */
export function requireFlag(name: string, value: boolean) {
  if (typeof value !== "boolean") {
    throw new TypeError(
      `Cannot use ${name} as it must be true or false: current value is ${
        typeof value === "string" ? JSON.stringify(value) : value
      }`,
    );
  }
}

/** Refuses a name that is not among the allowed ones. */
export function requireOneOf(
  name: string,
  value: string,
  allowed: readonly string[],
) {
  if (!allowed.includes(value)) {
    throw new RangeError(
      `Cannot use ${name} as it must be one of ${
        allowed.join(", ")
      }: current value is ${value}`,
    );
  }
}

/** Refuses listeners that do not exist, or that nobody could call. */
export function requireListeners(
  what: string,
  listeners: object,
  allowed: readonly string[],
) {
  requireKnown(what, listeners, allowed);
  for (const [name, listener] of Object.entries(listeners)) {
    if (listener !== undefined && typeof listener !== "function") {
      throw new TypeError(
        `Cannot use ${what} ${name} as it must be a function: current value is ${listener}`,
      );
    }
  }
}

/** Refuses what cannot stop a training: it would go on in silence. */
export function requireSignal(signal: AbortSignal | undefined) {
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new TypeError(
      `Cannot use signal as it must be an AbortSignal, such as new AbortController().signal: current value is ${signal}`,
    );
  }
}

/** Refuses options that do not exist: a misspelt one would be ignored in silence. */
export function requireKnown(
  what: string,
  options: object,
  allowed: readonly string[],
) {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(
      `Cannot use options as they must be an object with each ${what} by name: current value is ${options}`,
    );
  }
  for (const name of Object.keys(options)) {
    if (!allowed.includes(name)) {
      throw new TypeError(
        `Cannot use an unknown ${what}, as it must be one of ${
          allowed.join(", ")
        }: current value is ${name}`,
      );
    }
  }
}
