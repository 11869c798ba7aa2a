import { requireKnown } from "../autoencoder/_options.ts";
import { requireDrawable } from "./_options.ts";
import { drawTable } from "./_draw_table.ts";

/** How {@linkcode starConfusion} draws. */
export interface StarConfusionOptions {
  /** The heading. By default how many predictions hit, and how many are within one. */
  readonly title?: string;
  /** A second line under the heading. None by default. */
  readonly subtitle?: string;
  /**
   * The stars that can be given, ascending. By default every whole star from the
   * lowest to the highest expected, or the stars that occur where some are half.
   */
  readonly stars?: readonly number[];
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
}

/**
 * Draws what was predicted for each number of stars: a row for the stars that
 * were given, a column for those predicted, rounded to the nearest that can be
 * given. A row sums to 100 %.
 *
 * @param predicted One a rating, in stars, as `predictAt` returns them.
 * @param expected The ratings themselves, in the same order: `test.stars`.
 * @param options See {@linkcode StarConfusionOptions}.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If the two differ in length, are empty, or hold a number
 * that is not finite.
 *
 * @example
 * ```ts
 * import { starConfusion } from "stacked-autoencoders/plots";
 *
 * const svg = starConfusion([3.6, 4.2, 3.1, 4.4], [4, 5, 3, 4]);
 * const title = svg.getAttribute("aria-label");
 * if (title !== "75.0 % of the predictions hit the star, 100.0 % are within one") {
 *   throw new Error(`${title}`);
 * }
 * ```
 */
export function starConfusion(
  predicted: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: StarConfusionOptions = {},
): SVGSVGElement {
  const known = ["title", "subtitle", "stars", "width"];
  requireKnown("option of starConfusion", options, known);
  const size = expected.length;
  if (size === 0 || predicted.length !== size) {
    throw new RangeError(
      `Cannot compare stars as there must be one prediction for each of at least one rating: current lengths are ${predicted.length} and ${size}`,
    );
  }
  for (let at = 0; at < size; at++) {
    requireDrawable("star confusion", `predicted[${at}]`, predicted[at]);
    requireDrawable("star confusion", `expected[${at}]`, expected[at]);
  }
  const { stars = starsOf(expected), width = 720, subtitle } = options;
  const rowOf = new Map(stars.map((star, row) => [star, row]));
  const counts = stars.map(() => stars.map(() => 0));
  let [hits, close] = [0, 0];
  for (let at = 0; at < size; at++) {
    const row = rowOf.get(expected[at]);
    if (row === undefined) {
      throw new RangeError(
        `Cannot compare stars as each rating must be one of ${
          stars.join(", ")
        }: current value of expected[${at}] is ${expected[at]}`,
      );
    }
    const column = nearest(stars, predicted[at]);
    counts[row][column]++;
    if (row === column) hits++;
    if (Math.abs(stars[column] - expected[at]) <= 1) close++;
  }
  const perCent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const {
    title = `${perCent(hits / size)} of the predictions hit the star, ${
      perCent(close / size)
    } are within one`,
  } = options;
  const totals = counts.map((row) => row.reduce((sum, it) => sum + it, 0));
  const shares = counts.map((row, at) =>
    row.map((count) => totals[at] === 0 ? undefined : count / totals[at])
  );
  // The largest share is darkest: else all would be pale.
  const largest = Math.max(...shares.flat().map((share) => share ?? 0));
  const words = shares.flatMap((row, at) =>
    totals[at] === 0 ? [] : [
      `Of ${totals[at]} ratings of ${stars[at]}: ${
        row.map((share, column) => `${perCent(share!)} as ${stars[column]}`)
          .join(", ")
      }.`,
    ]
  );
  return drawTable({
    title,
    subtitle,
    width,
    description:
      `Table of given stars by predicted stars, a row sums to 100 %. ${
        words.join(" ")
      }`,
    rowsAre: "given (ratings)",
    columnsAre: "predicted, rounded (stars)",
    rowLabels: stars.map((star, at) => `${star} (${totals[at]})`),
    columnLabels: stars.map(String),
    cells: shares.map((row) =>
      row.map((share) => ({
        text: share === undefined ? "" : perCent(share),
        shade: share === undefined ? undefined : share / largest,
      }))
    ),
    highlights: [{
      name: "predicted as given",
      cells: stars.map((_, at) => [at, at] as const),
    }],
    notes: ["Shares of a row: how ratings of these stars were predicted."],
  });
}

/** The scale that these ratings were given on, as far as they show it. */
function starsOf(expected: ArrayLike<number>): number[] {
  const found = [...new Set(Array.from(expected))].sort((a, b) => a - b);
  if (!found.every(Number.isInteger)) return found;
  const [low, high] = [found[0], found.at(-1)!];
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
}

/** The place of the nearest star; halfway, the higher one, as in rounding. */
function nearest(stars: readonly number[], value: number): number {
  let best = 0;
  stars.forEach((star, at) => {
    if (Math.abs(star - value) <= Math.abs(stars[best] - value)) best = at;
  });
  return best;
}
