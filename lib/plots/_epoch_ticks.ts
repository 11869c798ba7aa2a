/** Whole epochs for an axis: the first and about eight round numbers to `last`. */
export function epochTicks(last: number, first = 1): number[] {
  const rough = last / 8;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((unit) => unit * power)
    .find((candidate) => candidate >= rough) ?? 10 * power;
  const ticks = [first];
  for (let tick = step; tick <= last; tick += step) {
    if (tick > first) ticks.push(tick);
  }
  // Where the first stands too close to the next for both to be read, it stays.
  if (step > 1 && (ticks[1] - first) / last < 0.04) ticks.splice(1, 1);
  return ticks;
}
