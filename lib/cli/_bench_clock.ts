/** How often {@linkcode fastest} calls. */
export interface FastestOptions {
  /**
   * Calls before the clock counts.
   * @default {1}
   */
  readonly warmups?: number;
  /** Calls that count; at least 1. */
  readonly runs: number;
}

/** The shortest time that a call took, in milliseconds: others shared the machine. */
export function fastest(
  call: () => void,
  { warmups = 1, runs }: FastestOptions,
): number {
  for (let run = 0; run < warmups; run++) call();
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    call();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

/** The shortest epoch but the first, from the seconds at each epoch's end. */
export function fastestEpoch(ends: readonly number[]): number {
  const epochs = ends.slice(1).map((end, at) => end - ends[at]);
  return 1000 * Math.min(...epochs);
}
