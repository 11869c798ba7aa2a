/** Refuses a number that cannot be drawn, by its place. */
export function requireDrawable(
  what: string,
  where: string,
  value: unknown,
): asserts value is number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new RangeError(
      `Cannot draw ${what} as ${where} must be a finite number: current value is ${value}`,
    );
  }
}

/** Refuses a text that is missing or empty, by the option's name. */
export function requireText(what: string, name: string, text: unknown) {
  if (typeof text !== "string" || text.trim() === "") {
    throw new TypeError(
      `Cannot draw ${what} as ${name} must be a text that says what it shows: current value is ${
        typeof text === "string" ? JSON.stringify(text) : text
      }`,
    );
  }
}
