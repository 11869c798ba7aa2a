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
