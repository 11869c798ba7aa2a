/** Ratings as three columns of the same length, one entry a rating. */
export interface RatingColumns {
  /** Row of the user, from 0. */
  readonly user: ArrayLike<number>;
  /** Column of the movie, from 0. */
  readonly movie: ArrayLike<number>;
  /** The rating, in stars. */
  readonly stars: ArrayLike<number>;
}

/** How large a {@linkcode RatingMatrix} is. */
export interface RatingMatrixShape {
  /** Number of users, rated or not. */
  readonly users: number;
  /** Number of movies, rated or not. */
  readonly movies: number;
}

/** One row of a {@linkcode RatingMatrix}: views, not copies. */
export interface RatingRow {
  /** The columns that hold a rating, ascending. */
  readonly columns: Int32Array;
  /** The ratings there, in stars. */
  readonly stars: Float32Array;
}

/**
 * A users × movies table of ratings that stores only the ratings that exist:
 * MovieLens 100K fills 6 % of its table.
 *
 * The layout is that of compressed sparse rows: the ratings of row `r` stand at
 * `indptr[r] … indptr[r + 1] − 1` of `indices` (their columns, ascending) and of
 * `stars`. A matrix never changes once it is made.
 *
 * @example Two users, three movies, three ratings
 * ```ts
 * import { RatingMatrix } from "stacked-autoencoders";
 *
 * const ratings = RatingMatrix.from(
 *   { user: [0, 1, 0], movie: [2, 1, 0], stars: [5, 3, 4] },
 *   { users: 2, movies: 3 },
 * );
 * if (ratings.get(0, 2) !== 5) throw new Error("lost a rating");
 * if (ratings.get(1, 0) !== undefined) throw new Error("made a rating up");
 * ```
 */
export class RatingMatrix {
  /** Number of rows. */
  readonly rows: number;
  /** Number of columns. */
  readonly columns: number;
  /** What a row is: a user, or (after {@linkcode transpose}) a movie. */
  readonly rowsAre: "users" | "movies";
  /** Where each row starts; shape [rows + 1]. */
  readonly indptr: Int32Array;
  /** The column of each rating, ascending within a row; shape [size]. */
  readonly indices: Int32Array;
  /** Each rating, in stars; shape [size]. */
  readonly stars: Float32Array;

  private constructor(
    parts: Pick<
      RatingMatrix,
      "rows" | "columns" | "rowsAre" | "indptr" | "indices" | "stars"
    >,
  ) {
    this.rows = parts.rows;
    this.columns = parts.columns;
    this.rowsAre = parts.rowsAre;
    this.indptr = parts.indptr;
    this.indices = parts.indices;
    this.stars = parts.stars;
  }

  /**
   * Builds a matrix from ratings in any order.
   *
   * @param ratings One entry a rating; no pair of user and movie twice.
   * @param shape The number of users and of movies.
   * @throws {RangeError} If an index lies outside the shape, a rating is not a
   * finite 32-bit number, or a pair of user and movie comes twice; the message
   * names the entry.
   * @throws {TypeError} If a column or the shape is missing.
   */
  static from(ratings: RatingColumns, shape: RatingMatrixShape): RatingMatrix {
    requireColumns(ratings);
    if (typeof shape !== "object" || shape === null) {
      throw new TypeError(
        `Cannot build a rating matrix as its shape must be such as { users: 943, movies: 1682 }: current value is ${shape}`,
      );
    }
    const { user, movie, stars } = ratings;
    const { users, movies } = shape;
    requireCount("users", users);
    requireCount("movies", movies);
    if (user.length !== movie.length || user.length !== stars.length) {
      throw new RangeError(
        `Cannot build a rating matrix as its columns must be of one length: ` +
          `current lengths are ${user.length} users, ${movie.length} movies and ${stars.length} stars`,
      );
    }
    const count = new Int32Array(users + 1);
    for (let entry = 0; entry < user.length; entry++) {
      requireIndex("user", user[entry], users, entry);
      requireIndex("movie", movie[entry], movies, entry);
      if (!isStars(stars[entry])) {
        refuseStars(stars[entry], `at entry ${entry}`);
      }
      count[user[entry] + 1]++;
    }
    const indptr = count;
    for (let row = 0; row < users; row++) indptr[row + 1] += indptr[row];

    // Twice through a transpose sorts the columns of every row, in linear time.
    const next = indptr.slice(0, users);
    const indices = new Int32Array(user.length);
    const values = new Float32Array(user.length);
    for (let entry = 0; entry < user.length; entry++) {
      const place = next[user[entry]]++;
      indices[place] = movie[entry];
      values[place] = stars[entry];
    }
    const unsorted = new RatingMatrix({
      rows: users,
      columns: movies,
      rowsAre: "users",
      indptr,
      indices,
      stars: values,
    });
    const sorted = unsorted.transpose().transpose();
    sorted.#refuseDuplicates();
    return sorted;
  }

  /** Number of users. */
  get users(): number {
    return this.rowsAre === "users" ? this.rows : this.columns;
  }

  /** Number of movies. */
  get movies(): number {
    return this.rowsAre === "users" ? this.columns : this.rows;
  }

  /** Number of ratings. */
  get size(): number {
    return this.stars.length;
  }

  /** Share of the table that is filled, 0 to 1. */
  get density(): number {
    return this.size / (this.rows * this.columns);
  }

  /** The ratings of one row, as views of the matrix. */
  row(row: number): RatingRow {
    requireIndex("row", row, this.rows);
    const [from, to] = [this.indptr[row], this.indptr[row + 1]];
    return {
      columns: this.indices.subarray(from, to),
      stars: this.stars.subarray(from, to),
    };
  }

  /** The rating at a row and a column, in stars; `undefined` where there is none. */
  get(row: number, column: number): number | undefined {
    requireIndex("column", column, this.columns);
    const { columns, stars } = this.row(row);
    let [low, high] = [0, columns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (columns[middle] < column) low = middle + 1;
      else high = middle;
    }
    return columns[low] === column ? stars[low] : undefined;
  }

  /** The same ratings with rows and columns exchanged: one row a movie. */
  transpose(): RatingMatrix {
    const { rows, columns, size } = this;
    const indptr = new Int32Array(columns + 1);
    for (const column of this.indices) indptr[column + 1]++;
    for (let column = 0; column < columns; column++) {
      indptr[column + 1] += indptr[column];
    }
    const next = indptr.slice(0, columns);
    const indices = new Int32Array(size);
    const stars = new Float32Array(size);
    for (let row = 0; row < rows; row++) {
      for (let at = this.indptr[row]; at < this.indptr[row + 1]; at++) {
        const place = next[this.indices[at]]++;
        indices[place] = row;
        stars[place] = this.stars[at];
      }
    }
    return new RatingMatrix({
      rows: columns,
      columns: rows,
      rowsAre: this.rowsAre === "users" ? "movies" : "users",
      indptr,
      indices,
      stars,
    });
  }

  /** The ratings as columns, row by row: the inverse of {@linkcode from}. */
  toColumns(): { user: Int32Array; movie: Int32Array; stars: Float32Array } {
    const rowOf = new Int32Array(this.size);
    for (let row = 0; row < this.rows; row++) {
      rowOf.fill(row, this.indptr[row], this.indptr[row + 1]);
    }
    const [user, movie] = this.rowsAre === "users"
      ? [rowOf, this.indices.slice()]
      : [this.indices.slice(), rowOf];
    return { user, movie, stars: this.stars.slice() };
  }

  /**
   * Refuses a matrix whose arrays somebody has written to, or given away, since
   * it was made: kernels go where indices say, and must not leave their tensors.
   *
   * @param rows Which rows to look at; all without it.
   * @throws {RangeError} If a row does not hold ascending columns of the matrix
   * with a finite rating each; the message names the row and the value.
   */
  requireIntact(
    rows: ArrayLike<number> = Array.from({ length: this.rows }, (_, at) => at),
  ) {
    const { indptr, indices, stars } = this;
    const size = Math.min(indices.length, stars.length);
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place];
      requireIndex("row", row, this.rows);
      const [from, to] = [indptr[row], indptr[row + 1]];
      if (!(from >= 0 && from <= to && to <= size)) {
        throw new RangeError(
          `Cannot use a rating matrix that was changed, as row ${row} must lie within its ${size} ratings: ` +
            `current values are ${from} to ${to}`,
        );
      }
      let before = -1;
      for (let at = from; at < to; at++) {
        const column = indices[at];
        if (column <= before || column >= this.columns) {
          throw new RangeError(
            `Cannot use a rating matrix that was changed, as row ${row} must hold ascending columns from 0 to ${
              this.columns - 1
            }: current value is ${column}${
              before < 0 ? "" : ` after ${before}`
            }`,
          );
        }
        if (!isStars(stars[at])) {
          refuseStars(stars[at], `of row ${row}, column ${column},`);
        }
        before = column;
      }
    }
  }

  #refuseDuplicates() {
    for (let row = 0; row < this.rows; row++) {
      for (let at = this.indptr[row] + 1; at < this.indptr[row + 1]; at++) {
        if (this.indices[at] === this.indices[at - 1]) {
          throw new RangeError(
            `Cannot build a rating matrix as a user rates a movie once: user ${row} rates movie ${
              this.indices[at]
            } twice (counted from 0)`,
          );
        }
      }
    }
  }
}

/** The most rows and columns: indices are 32-bit numbers. */
const mostIndices = 2 ** 31 - 1;

function requireColumns(ratings: RatingColumns) {
  for (const name of ["user", "movie", "stars"] as const) {
    const column: unknown = ratings?.[name];
    if (typeof (column as ArrayLike<number>)?.length !== "number") {
      throw new TypeError(
        `Cannot build a rating matrix as it must be given the columns user, movie and stars: current value of ${name} is ${column}`,
      );
    }
  }
}

function requireCount(name: string, value: number) {
  if (!Number.isInteger(value) || value < 1 || value > mostIndices) {
    throw new RangeError(
      `Cannot build a rating matrix as ${name} must be a whole number of at least 1 and at most ${mostIndices}: current value is ${
        written(value)
      }`,
    );
  }
}

/** Whether it is a finite number, and still is in the 32 bits it is kept in. */
function isStars(value: number): boolean {
  return typeof value === "number" && Number.isFinite(Math.fround(value));
}

function refuseStars(value: number, where: string): never {
  throw new RangeError(
    `Cannot use a rating matrix as stars must be finite 32-bit numbers: current value ${where} is ${
      written(value)
    }`,
  );
}

/** A value so that 3, "3" and 3n can be told apart. */
function written(value: unknown): string {
  if (typeof value === "bigint") return `the BigInt ${value}`;
  return typeof value === "string" ? JSON.stringify(value) : `${value}`;
}

function requireIndex(
  name: string,
  value: number,
  below: number,
  entry?: number,
) {
  if (!Number.isInteger(value) || value < 0 || value >= below) {
    const where = entry === undefined ? "" : ` at entry ${entry}`;
    throw new RangeError(
      `Cannot use a ${name} as it must be a whole number from 0 to ${
        below - 1
      }: current value${where} is ${written(value)}`,
    );
  }
}
