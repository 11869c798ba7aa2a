import type { Highlight } from "./_draw_table.ts";
export type { Highlight };

/** A small table of ratings, row by row; `undefined` or `null` is a blank. */
export type RatingTable = readonly (readonly (number | null | undefined)[])[];

/** How `ratingHeatmap` draws. */
export interface RatingHeatmapOptions {
  /** The heading. By default how much of the table is filled. */
  readonly title?: string;
  /** A second line under the heading. By default the size of a matrix's cells. */
  readonly subtitle?: string;
  /** The picture in words. By default its cells, or shares filled. */
  readonly description?: string;
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
  /** Of a table: names of the rows. By default "User 1", "User 2" … */
  readonly rowLabels?: readonly string[];
  /** Of a table: names of the columns. By default "M1", "M2" … */
  readonly columnLabels?: readonly string[];
  /**
   * Of a table: predictions in its shape, shown in the blanks in italics; what
   * stands at ratings is not shown. None by default.
   */
  readonly predicted?: readonly ArrayLike<number>[];
  /** Of a table: cells to point out, at most four groups. None by default. */
  readonly highlights?: readonly Highlight[];
  /**
   * Of a table: colour tells the sign, blue above 0 and orange below, paler the
   * nearer to 0; numbers of this size or larger are the darkest; above 0. A
   * legend stands under the table, and tables with the same one can be compared.
   * By default there is one colour, from the lowest number to the highest.
   */
  readonly signedUpTo?: number;
  /** Of a table: how a number is written. By default with two decimals at most. */
  readonly format?: (value: number) => string;
  /**
   * Of a matrix: how many users × movies make one cell of the picture, at least
   * 8 × 8, since MovieLens may not be handed on. By default what makes about
   * 60 × 100 cells.
   */
  readonly cell?: { readonly users: number; readonly movies: number };
  /**
   * Of a matrix: users and movies in the order of the data, or from those with
   * most ratings to those with fewest.
   * @default {"data"}
   */
  readonly order?: "data" | "ratings";
  /**
   * Of a matrix: in pixels.
   * @default {440}
   */
  readonly height?: number;
}
