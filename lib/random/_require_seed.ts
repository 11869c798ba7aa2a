/** Refuses what is not a whole number of 32 bits. */
export function requireSeed(seed: number) {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff) {
    throw new RangeError(
      `Cannot seed the random numbers as a seed must be a whole number from 0 to 4294967295: current value is ${seed}`,
    );
  }
}
