/** Refuses a figure that its labels would fill. */
export function requireRoom(
  side: "width" | "height",
  size: number,
  taken: number,
) {
  const least = Math.ceil(taken) + 20;
  if (!(Number.isFinite(size) && size >= least)) {
    throw new RangeError(
      `Cannot draw a figure as its labels need a ${side} of at least ${least} pixels: current value is ${size}`,
    );
  }
}
