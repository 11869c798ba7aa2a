import type { CostPoint } from "./cost_point.ts";

/** Refuses what has no logarithm, by its place. */
export function requireCost(where: string, point: CostPoint) {
  for (const field of ["ratings", "seconds"] as const) {
    if (!(point[field] > 0 && point[field] < Infinity)) {
      throw new RangeError(
        `Cannot use a cost as ${field} of ${where} must be a number above 0: current value is ${
          point[field]
        }`,
      );
    }
  }
}
