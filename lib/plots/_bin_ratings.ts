import type { RatingMatrix } from "../ratings/rating_matrix.ts";

/** How much of each block of a matrix is filled. */
export interface BinnedRatings {
  /** Where blocks begin and the last one ends, in rows and in columns. */
  readonly rowEdges: readonly number[];
  readonly columnEdges: readonly number[];
  /** Share filled, 0 to 1, row of blocks by row of blocks. */
  readonly shares: Float64Array;
}

/**
 * Counts the ratings of each block of at least `height` rows × `width` columns.
 * The last blocks take what is left over, so that none is smaller.
 */
export function binRatings(
  ratings: RatingMatrix,
  { height, width, byCount }: {
    readonly height: number;
    readonly width: number;
    readonly byCount: boolean;
  },
): BinnedRatings {
  const rowEdges = edges(ratings.rows, height);
  const columnEdges = edges(ratings.columns, width);
  const [down, across] = [rowEdges.length - 1, columnEdges.length - 1];
  const place = (matrix: RatingMatrix) => byCount ? ranks(matrix) : undefined;
  const rowPlace = place(ratings);
  const columnPlace = place(ratings.transpose());
  const counts = new Float64Array(down * across);
  for (let row = 0; row < ratings.rows; row++) {
    const at = rowPlace?.[row] ?? row;
    const block = Math.min(down - 1, Math.floor(at / height));
    for (const column of ratings.row(row).columns) {
      const to = columnPlace?.[column] ?? column;
      counts[block * across + Math.min(across - 1, Math.floor(to / width))]++;
    }
  }
  const shares = counts.map((count, block) => {
    const [row, column] = [Math.floor(block / across), block % across];
    return count / ((rowEdges[row + 1] - rowEdges[row]) *
      (columnEdges[column + 1] - columnEdges[column]));
  });
  return { rowEdges, columnEdges, shares };
}

function edges(length: number, size: number): number[] {
  const blocks = Math.floor(length / size);
  return [...Array.from({ length: blocks }, (_, at) => at * size), length];
}

/** Where each row stands when the rows with most ratings come first. */
function ranks({ rows, indptr }: RatingMatrix): Int32Array {
  const order = Array.from({ length: rows }, (_, row) => row).sort((a, b) =>
    indptr[b + 1] - indptr[b] - (indptr[a + 1] - indptr[a]) || a - b
  );
  const rank = new Int32Array(rows);
  order.forEach((row, at) => rank[row] = at);
  return rank;
}
