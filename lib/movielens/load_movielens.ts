import { list, waysToGet } from "./_ways_to_get.ts";
import { catalogue } from "./catalogue.ts";
import {
  locateMovieLens,
  type LocateMovieLensOptions,
  type MovieLensName,
} from "./locate_movielens.ts";
import { MissingDataError } from "./missing_data_error.ts";
import { MovieLens, type MovieLensSource } from "./movielens.ts";
import { filesFrom, filesIn } from "./release_files.ts";
import { syntheticMovieLens } from "./synthetic_movielens.ts";

/** Options of {@linkcode loadMovieLens}. */
export interface LoadMovieLensOptions extends LocateMovieLensOptions {
  /**
   * Whether to print nothing: neither where the data came from nor, mind, that
   * they are synthetic.
   *
   * @default false
   */
  readonly quiet?: boolean;
}

/**
 * Loads MovieLens 100K and says where it came from: from the folder that `dir`
 * or MOVIELENS_DIR names, or else from this project's `data/`, or else from
 * GroupLens (MOVIELENS_OFFLINE=1 forbids that). In a notebook, where all of this
 * fails, synthetic data take its place, with a loud notice.
 *
 * @param name "ml-100k", or "synthetic-100k" to have the invented data at once.
 * @param options Where to look, and what to do if the data are not there.
 * @returns The data set.
 * @throws {MissingDataError} If the data are not there; the message says what
 * was tried and what to do.
 * @throws {SyntaxError | RangeError} If a file is not as it should be (the
 * message names file, line and value), or there is no such data set.
 *
 * @example
 * ```ts
 * import { loadMovieLens } from "stacked-autoencoders";
 *
 * const movielens = await loadMovieLens("synthetic-100k");
 * if (movielens.ratings.height !== 100_000) throw new Error("some are missing");
 * if (movielens.movies.height !== 1682) throw new Error("not all of them");
 * ```
 */
export async function loadMovieLens(
  name: MovieLensName = "ml-100k",
  options: LoadMovieLensOptions = {},
): Promise<MovieLens> {
  const { quiet = false } = options;
  const { source, folder, tried } = await locateMovieLens(name, options);
  if (folder === undefined) {
    const movielens = await loadSynthetic();
    if (!quiet && name === "synthetic-100k") {
      console.log(`${movielens}, all of them invented`);
    } else if (!quiet) {
      console.warn(notice(tried));
    }
    return movielens;
  }
  const movielens = await loadFolder(folder, source);
  if (!quiet) console.log(`${movielens}, ${origins[source]}`);
  return movielens;
}

const origins: Readonly<Record<MovieLensSource, string>> = {
  dir: "from the folder given as dir",
  MOVIELENS_DIR: "from MOVIELENS_DIR",
  "data/": "from data/",
  download: "downloaded from GroupLens into data/",
  synthetic: "all of them invented",
};

async function loadFolder(folder: string, source: MovieLensSource) {
  const release = catalogue["ml-100k"];
  try {
    return await MovieLens.read(filesIn(folder, release.name), {
      ...release,
      source,
    });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new MissingDataError(error.message, { cause: error });
  }
}

function loadSynthetic(): Promise<MovieLens> {
  const { files, plantedStars } = syntheticMovieLens();
  return MovieLens.read(filesFrom(files, "synthetic-100k"), {
    name: "synthetic-100k",
    title: "Synthetic 100K",
    source: "synthetic",
    citation: "Invented by the project stacked-autoencoders; not MovieLens.",
    plantedStars,
  });
}

function notice(tried: readonly string[]): string {
  const rule = "═".repeat(72);
  return [
    rule,
    "SYNTHETIC DATA: this is not MovieLens.",
    "MovieLens 100K is not on this machine, so users, films and ratings are",
    "invented: 943, 1682 and 100 000 as in MovieLens, with tastes of its own.",
    "No figure below is a MovieLens figure; compare none with the literature.",
    list(["Tried", ...tried]),
    list([
      "To have the real data, do one of these and run again",
      ...waysToGet(catalogue["ml-100k"]),
    ]),
    rule,
  ].join("\n");
}
