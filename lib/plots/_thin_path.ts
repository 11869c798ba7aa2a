type Point = readonly [x: number, y: number];

/**
 * Leaves out the points of a path that nobody would miss: without them the lines
 * run no further than the tolerance from where they ran. Plot's contours have a
 * point every few pixels, along the frame too.
 *
 * Source: Douglas and Peucker 1973.
 *
 * @param d The path, of `M`, `L` and `Z` with absolute places, as Plot writes it.
 * @param tolerance In pixels, above 0.
 */
export function thinPath(d: string, tolerance: number): string {
  return d.replace(/M[^MZ]*/g, (line) => {
    const points = line.slice(1).split("L").map((pair) =>
      pair.split(",").map(Number) as unknown as Point
    );
    return `M${needed(points, tolerance).map(String).join("L")}`;
  });
}

/** The first and the last point, and between them what bends the line. */
function needed(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 3) return [...points];
  const [first, last] = [points[0], points.at(-1)!];
  let [furthest, at] = [-1, 0];
  for (let index = 1; index < points.length - 1; index++) {
    const away = distance(points[index], first, last);
    if (away > furthest) [furthest, at] = [away, index];
  }
  if (furthest <= tolerance) return [first, last];
  return [
    ...needed(points.slice(0, at + 1), tolerance).slice(0, -1),
    ...needed(points.slice(at), tolerance),
  ];
}

/** From a point to the straight line between two others. */
function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx ** 2 + dy ** 2;
  const along = squared === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / squared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
