import { requireKnown } from "../autoencoder/_options.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";
import { matrixImage } from "./_matrix_image.ts";
import { ratingCells } from "./_rating_cells.ts";
import type {
  RatingHeatmapOptions,
  RatingTable,
} from "./rating_heatmap_options.ts";

const shared = ["title", "subtitle", "description", "width"];
const ofTable = [
  ...["rowLabels", "columnLabels", "predicted", "highlights", "signedUpTo"],
  "format",
];
const ofMatrix = ["cell", "order", "height"];

/**
 * Draws ratings as a table of colours. A small table shows its numbers, and its
 * blanks as blanks or with predictions in them. A `RatingMatrix` is drawn as a
 * picture of how full its blocks of users × movies are.
 *
 * MovieLens may not be handed on, so a matrix is never drawn in blocks of less
 * than 8 × 8.
 *
 * @param ratings A table of at most 20 × 12 cells, or a matrix of at least 8 × 8.
 * @param options See {@linkcode RatingHeatmapOptions}.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If a block is smaller than 8 × 8, the table too large,
 * or a number in it not finite.
 *
 * @example A completed table
 * ```ts
 * import { ratingHeatmap } from "stacked-autoencoders/plots";
 *
 * const svg = ratingHeatmap([[1, 0], [undefined, 1]], {
 *   predicted: [[0.9, 0.1], [0.2, 0.8]],
 * });
 * const words = svg.querySelector("desc")?.textContent ?? "";
 * if (!words.includes("User 2: M1 0.20 predicted, M2 1.")) throw new Error(words);
 * ```
 *
 * @example Numbers of both signs
 * ```ts
 * import { ratingHeatmap } from "stacked-autoencoders/plots";
 *
 * const svg = ratingHeatmap([[0.8, -0.2]], { signedUpTo: 1 });
 * const legend = "orange below 0, blue above 0; darkest at −1 and 1";
 * if (!svg.outerHTML.includes(legend)) throw new Error("no legend");
 * ```
 *
 * @example A matrix, in blocks
 * ```ts
 * import { RatingMatrix, ratingHeatmap } from "stacked-autoencoders";
 *
 * const each = Array.from({ length: 16 }, (_, at) => at);
 * const diagonal = RatingMatrix.from(
 *   { user: each, movie: each, stars: each.map(() => 5) },
 *   { users: 16, movies: 16 },
 * );
 * const svg = ratingHeatmap(diagonal, { cell: { users: 8, movies: 8 } });
 * const title = svg.getAttribute("aria-label");
 * if (title !== "6.3 % of 16 users × 16 movies are rated") throw new Error(`${title}`);
 * ```
 */
export function ratingHeatmap(
  ratings: RatingMatrix | RatingTable,
  options: RatingHeatmapOptions = {},
): SVGSVGElement {
  if (ratings instanceof RatingMatrix) {
    const known = [...shared, ...ofMatrix];
    requireKnown("option of ratingHeatmap for a matrix", options, known);
    return matrixImage(ratings, options);
  }
  if (!Array.isArray(ratings)) {
    throw new TypeError(
      `Cannot draw ratings as they must be a RatingMatrix or an array of rows: current value is ${ratings}`,
    );
  }
  const known = [...shared, ...ofTable];
  requireKnown("option of ratingHeatmap for a table", options, known);
  return ratingCells(ratings, options);
}
