/** Refuses options that do not exist: a misspelt one would be ignored in silence. */
export function requireKnown(
  what: string,
  options: object,
  allowed: readonly string[],
) {
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
