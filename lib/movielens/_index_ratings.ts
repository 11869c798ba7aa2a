import type { ParsedRatings } from "../ratings/parse_ratings.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";

/** Which row or column an id is, and which file says so. */
export interface IdIndex {
  readonly rowOf: ReadonlyMap<number, number>;
  readonly file: string;
}

/** The rows of ids: the first id is row 0. */
export function indexIds(ids: ArrayLike<number>, file: string): IdIndex {
  return { rowOf: new Map(Array.from(ids, (id, row) => [id, row])), file };
}

/** What {@linkcode indexRatings} needs besides the ratings. */
export interface IndexRatingsOptions {
  readonly file: string;
  readonly users: IdIndex;
  readonly movies: IdIndex;
  /** How many ratings at the file's beginning to leave out; checked all the same. */
  readonly skip?: number;
}

/**
 * The matrix of ratings that are given by ids.
 *
 * @throws {RangeError} If an id is unknown; the message names file, line, value.
 */
export function indexRatings(
  ratings: ParsedRatings,
  { file, users, movies, skip = 0 }: IndexRatingsOptions,
): RatingMatrix {
  return RatingMatrix.from({
    user: rows(ratings.user, { file, what: "user", index: users })
      .subarray(skip),
    movie: rows(ratings.movie, { file, what: "movie", index: movies })
      .subarray(skip),
    stars: ratings.stars.subarray(skip),
  }, { users: users.rowOf.size, movies: movies.rowOf.size });
}

function rows(
  ids: Int32Array,
  { file, what, index }: { file: string; what: string; index: IdIndex },
): Int32Array {
  return ids.map((id, entry) => {
    const row = index.rowOf.get(id);
    if (row !== undefined) return row;
    throw new RangeError(
      `Cannot read ${file}, line ${
        entry + 1
      }, as a ${what} must be in ${index.file}: current value is ${id}`,
    );
  });
}
