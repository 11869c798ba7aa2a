/** A place in the plane: the two parameters that a loss depends on. */
export type PathPoint = readonly [x: number, y: number];

/** The part of a path that a picture shows. */
export interface VisiblePath {
  /** From the start to the end, or to where it crosses the picture's edge. */
  readonly points: readonly PathPoint[];
  /** The first step that lies outside; absent where none does. */
  readonly leavesAt?: number;
}

/**
 * Follows a path from its start until a step leaves the domain, and on to the
 * edge there: an optimizer that diverges is seen to leave, and draws nothing
 * outside the frame. A step to what is not finite leaves at once.
 */
export function visiblePath(
  path: readonly PathPoint[],
  [x, y]: readonly [PathPoint, PathPoint],
): VisiblePath {
  const inside = ([px, py]: PathPoint) =>
    px >= x[0] && px <= x[1] && py >= y[0] && py <= y[1];
  const outside = path.findIndex((point) => !inside(point));
  if (outside < 0) return { points: path };
  const points = path.slice(0, outside);
  const from = points.at(-1);
  const to = path[outside];
  if (from === undefined || !to.every(Number.isFinite)) {
    return { points, leavesAt: outside };
  }
  // The share of the step after which it meets the nearer edge.
  const until = (start: number, end: number, [low, high]: PathPoint) =>
    end > high
      ? (high - start) / (end - start)
      : end < low
      ? (low - start) / (end - start)
      : 1;
  const share = Math.min(until(from[0], to[0], x), until(from[1], to[1], y));
  const edge: PathPoint = [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
  ];
  return { points: [...points, edge], leavesAt: outside };
}
