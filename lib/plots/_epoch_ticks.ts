/** Whole epochs for an axis from 1 to `last`: 1 and about eight round numbers. */
export function epochTicks(last: number): number[] {
  const rough = last / 8;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((unit) => unit * power)
    .find((candidate) => candidate >= rough) ?? 10 * power;
  const ticks = [1];
  for (let tick = step; tick <= last; tick += step) {
    if (tick > 1) ticks.push(tick);
  }
  // Where 1 stands too close to the next for both to be read, 1 stays.
  if (step > 1 && (ticks[1] - 1) / last < 0.04) ticks.splice(1, 1);
  return ticks;
}
