import type { DataFrame } from "nodejs-polars";
import { requireKnown } from "../autoencoder/_options.ts";
import { parseRatings } from "../ratings/parse_ratings.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { SplitOptions } from "../ratings/split_options.ts";
import { moviesFrame, ratingsFrame, usersFrame } from "./_frames.ts";
import { type IdIndex, indexIds, indexRatings } from "./_index_ratings.ts";
import { readMovies } from "./_read_movies.ts";
import { readGenres, readOccupations } from "./_read_names.ts";
import { readUsers } from "./_read_users.ts";
import type { ReleaseFiles } from "./release_files.ts";

/** Where a data set came from. */
export type MovieLensSource =
  | "dir"
  | "MOVIELENS_DIR"
  | "data/"
  | "download"
  | "synthetic";

/** What is known of a data set besides its files. */
export interface MovieLensAbout {
  /** For example "ml-100k". */
  readonly name: string;
  /** The name to show, for example "MovieLens 100K". */
  readonly title: string;
  /** Where it came from. */
  readonly source: MovieLensSource;
  /** What to cite. */
  readonly citation: string;
  /** For synthetic data: {@linkcode MovieLens.plantedStars}. */
  readonly plantedStars?: (user: number, movie: number) => number;
}

/** Training and test ratings, as published with the data. */
export interface MovieLensSplit {
  /** For example "u1". */
  readonly name: string;
  /** The ratings to learn from; shape [users, movies] of the whole data set. */
  readonly train: RatingMatrix;
  /** The ratings to be asked for, none of them in `train`; the same shape. */
  readonly test: RatingMatrix;
}

/** The official splits: five with disjoint test sets, two with ten test ratings a user. */
const splits = ["u1", "u2", "u3", "u4", "u5", "ua", "ub"] as const;

/**
 * A MovieLens data set: tables for looking, matrices for learning. Get one from
 * `loadMovieLens()`.
 *
 * Rows and columns of the matrices follow the tables: row `r` of a matrix is row
 * `r` of `users`, column `c` is row `c` of `movies`.
 *
 * @example The title of the movie in the first column
 * ```ts
 * import { loadMovieLens } from "stacked-autoencoders";
 *
 * const { movies, movieIds } = await loadMovieLens("synthetic-100k", { quiet: true });
 * const { movie, title } = movies.head(1).toRecords()[0];
 * if (movie !== movieIds[0] || title === "") throw new Error("not in step");
 * ```
 */
export class MovieLens {
  /** For example "ml-100k". */
  readonly name: string;
  /** The name to show, for example "MovieLens 100K". */
  readonly title: string;
  /** Where the data came from. */
  readonly source: MovieLensSource;
  /** What to cite in whatever uses the data. */
  readonly citation: string;
  /** SHA-256 of the file of all ratings, in hexadecimal: which data these are. */
  readonly fingerprint: string;
  /** One row a rating: user, movie (ids), stars, time. */
  readonly ratings: DataFrame;
  /** One row a movie: movie (id), title, year, released, imdb, genres. */
  readonly movies: DataFrame;
  /** One row a user: user (id), age, gender, occupation, zip. */
  readonly users: DataFrame;
  /** The genres there are. */
  readonly genres: readonly string[];
  /** The occupations there are. */
  readonly occupations: readonly string[];
  /** The user id of each matrix row; shape [users]. */
  readonly userIds: Int32Array;
  /** The movie id of each matrix column; shape [movies]. */
  readonly movieIds: Int32Array;
  /** The names that {@linkcode split} takes. */
  readonly splits: readonly string[] = splits;
  /**
   * Synthetic data only: the stars to be expected of user row and movie column,
   * everything planted being known. No model predicts better on average.
   */
  readonly plantedStars?: (user: number, movie: number) => number;

  readonly #files: ReleaseFiles;
  readonly #userIndex: IdIndex;
  readonly #movieIndex: IdIndex;
  readonly #matrix: RatingMatrix;
  readonly #splits = new Map<string, MovieLensSplit>();

  private constructor(
    files: ReleaseFiles,
    about: MovieLensAbout,
    { bytes, fingerprint }: { bytes: Uint8Array; fingerprint: string },
  ) {
    this.#files = files;
    this.name = about.name;
    this.title = about.title;
    this.source = about.source;
    this.citation = about.citation;
    this.plantedStars = about.plantedStars;
    this.fingerprint = fingerprint;

    this.genres = readGenres(files);
    this.occupations = readOccupations(files);
    const movies = readMovies(files, this.genres);
    const users = readUsers(files, this.occupations);
    this.movieIds = Int32Array.from(movies, ({ movie }) => movie);
    this.userIds = Int32Array.from(users, ({ user }) => user);
    this.#movieIndex = indexIds(this.movieIds, files.label("u.item"));
    this.#userIndex = indexIds(this.userIds, files.label("u.user"));

    const { ratings, matrix } = this.#read("u.data", { bytes });
    this.#matrix = matrix;
    this.ratings = ratingsFrame(ratings);
    this.movies = moviesFrame(movies);
    this.users = usersFrame(users);
  }

  /**
   * Reads a data set in the format of MovieLens 100K.
   *
   * @param files Its files.
   * @param about What is known of it besides.
   * @throws {SyntaxError | RangeError} If a file is not as it should be; the
   * message names file, line and value.
   */
  static async read(
    files: ReleaseFiles,
    about: MovieLensAbout,
  ): Promise<MovieLens> {
    const bytes = files.read("u.data");
    const digest = await crypto.subtle.digest(
      "SHA-256",
      bytes as Uint8Array<ArrayBuffer>,
    );
    const fingerprint = new Uint8Array(digest).toHex();
    return new MovieLens(files, about, { bytes, fingerprint });
  }

  /** Whether the data are invented. */
  get synthetic(): boolean {
    return this.source === "synthetic";
  }

  /** All ratings; shape [users, movies]. */
  matrix(): RatingMatrix {
    return this.#matrix;
  }

  /**
   * One of the official divisions into training and test ratings.
   *
   * @param name One of {@linkcode splits}.
   * @param options How its files are read: `split` of a recipe.
   * @throws {RangeError} If there is no such split, or its test ratings are
   * among its training ratings.
   * @throws {TypeError} If there is no such option.
   *
   * @example As published, and as the deck's script read it
   * ```ts
   * import { loadMovieLens } from "stacked-autoencoders";
   *
   * const movielens = await loadMovieLens("synthetic-100k", { quiet: true });
   * const { train, test } = movielens.split("u1");
   * if (train.size !== 80_000 || test.size !== 20_000) throw new Error("not four fifths");
   * const deck = movielens.split("u1", { dropHeaderRow: true });
   * if (deck.train.size !== 79_999 || deck.test.size !== 19_999) throw new Error("not one less");
   * ```
   */
  split(name: string, options: SplitOptions = {}): MovieLensSplit {
    requireKnown("option of split", options, ["dropHeaderRow"]);
    const { dropHeaderRow = false } = options;
    if (typeof dropHeaderRow !== "boolean") {
      throw new TypeError(
        `Cannot use dropHeaderRow as it must be true or false: current value is ${dropHeaderRow}`,
      );
    }
    const key = `${name} ${dropHeaderRow}`;
    const known = this.#splits.get(key);
    if (known) return known;
    if (!this.splits.includes(name)) {
      throw new RangeError(
        `Cannot split ${this.title} as the split must be one of ${
          this.splits.join(", ")
        }: current value is ${JSON.stringify(name)}`,
      );
    }
    const skip = dropHeaderRow ? 1 : 0;
    const { matrix: train } = this.#read(`${name}.base`, { skip });
    const { matrix: test, ratings } = this.#read(`${name}.test`, { skip });
    for (let entry = skip; entry < ratings.user.length; entry++) {
      const user = ratings.user[entry];
      const movie = ratings.movie[entry];
      const row = this.#userIndex.rowOf.get(user)!;
      const column = this.#movieIndex.rowOf.get(movie)!;
      if (train.get(row, column) !== undefined) {
        throw new RangeError(
          `Cannot read ${this.#files.label(`${name}.test`)}, line ${
            entry + 1
          }, as a test rating must not be in ${
            this.#files.label(`${name}.base`)
          }: current value is user ${user}, movie ${movie}`,
        );
      }
    }
    const split = { name, train, test };
    this.#splits.set(key, split);
    return split;
  }

  /** "MovieLens 100K: 100 000 ratings by 943 users of 1682 movies". */
  toString(): string {
    const { size, users, movies } = this.#matrix;
    return `${this.title}: ${spaced(size)} ratings by ${
      spaced(users)
    } users of ${spaced(movies)} movies`;
  }

  /** What a notebook or console.log() shows: not the tables' insides. */
  [Symbol.for("Deno.customInspect")](): string {
    return this.toString();
  }

  #read(
    file: string,
    { bytes = this.#files.read(file), skip = 0 }: {
      bytes?: Uint8Array;
      skip?: number;
    },
  ) {
    const label = this.#files.label(file);
    const ratings = parseRatings(bytes, { file: label });
    const matrix = indexRatings(ratings, {
      file: label,
      users: this.#userIndex,
      movies: this.#movieIndex,
      skip,
    });
    return { ratings, matrix };
  }
}

/** 100000 as "100 000", and 1682 as it is. */
function spaced(count: number): string {
  if (count < 10_000) return String(count);
  return String(count).replace(/\B(?=(\d{3})+$)/g, " ");
}
