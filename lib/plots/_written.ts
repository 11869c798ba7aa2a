/** A number in words: two decimals at most, with a true minus sign. */
export function written(value: number): string {
  const rounded = Number(value.toFixed(2));
  return rounded < 0 ? `−${-rounded}` : String(Math.abs(rounded));
}

/** Numbers that stand below each other: all whole, or all with two decimals. */
export function writtenAlike(
  values: ArrayLike<number>,
): (value: number) => string {
  const whole = Array.from(values).every((value) => Number.isInteger(value));
  if (whole) return written;
  return (value) => {
    const digits = Math.abs(value).toFixed(2);
    return value < 0 && Number(digits) > 0 ? `−${digits}` : digits;
  };
}

/** The numbers of a list in which some may be missing. */
export function present(
  values: ArrayLike<number | undefined> = [],
): number[] {
  return Array.from(values).filter((value) => value !== undefined);
}
