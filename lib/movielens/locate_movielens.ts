import { list, waysToGet } from "./_ways_to_get.ts";
import { catalogue } from "./catalogue.ts";
import { downloadRelease } from "./download.ts";
import {
  findRelease,
  type FindReleaseOptions,
  isOffline,
  projectDataDir,
} from "./find_release.ts";
import { insideKernel } from "./inside_kernel.ts";
import { MissingDataError } from "./missing_data_error.ts";
import type { MovieLensSource } from "./movielens.ts";

/** The data sets that `loadMovieLens()` reads. */
export type MovieLensName = "ml-100k" | "synthetic-100k";

/** Options of {@linkcode locateMovieLens}. */
export interface LocateMovieLensOptions extends FindReleaseOptions {
  /**
   * What to use where MovieLens can neither be found nor downloaded: invented
   * data of its shape, or nothing.
   *
   * @default "synthetic" in a notebook, "none" elsewhere
   */
  readonly fallback?: "synthetic" | "none";
  /**
   * What fetches a release.
   *
   * @default downloadRelease
   */
  readonly download?: typeof downloadRelease;
  /**
   * Whether to print nothing.
   *
   * @default false
   */
  readonly quiet?: boolean;
}

/** Where a data set is. */
export interface MovieLensPlace {
  /** Which of the places it is. */
  readonly source: MovieLensSource;
  /** The path of its folder; none for synthetic data. */
  readonly folder?: string;
  /** Where it was looked for in vain, a sentence for each place. */
  readonly tried: readonly string[];
}

/**
 * Says which data `loadMovieLens()` will use, without reading them: those in
 * the folder that `dir` or MOVIELENS_DIR names, or else in this project's
 * `data/`, or else downloaded into it (which this does; MOVIELENS_OFFLINE=1
 * forbids it), or else synthetic ones, if `fallback` allows.
 *
 * @param name Which data set.
 * @param options Where to look, and what to do if it is not there.
 * @returns Where the data are.
 * @throws {MissingDataError} If they are nowhere; the message says what was
 * tried and what to do.
 * @throws {RangeError} If there is no such data set, or it cannot be read yet.
 *
 * @example Synthetic data are made, not found
 * ```ts
 * import { locateMovieLens } from "stacked-autoencoders";
 *
 * const { source, folder } = await locateMovieLens("synthetic-100k");
 * if (source !== "synthetic" || folder !== undefined) throw new Error("found them");
 * ```
 */
export async function locateMovieLens(
  name: MovieLensName = "ml-100k",
  options: LocateMovieLensOptions = {},
): Promise<MovieLensPlace> {
  const {
    fallback = insideKernel() ? "synthetic" : "none",
    download = downloadRelease,
    quiet = false,
    ...where
  } = options;
  requireKnown(name, fallback);
  if (name === "synthetic-100k") return { source: "synthetic", tried: [] };

  const release = catalogue[name];
  const found = findRelease(release, where);
  if (found.folder !== undefined) return { ...found, tried: [] };

  const { env = Deno.env, dataDir = projectDataDir() } = where;
  const tried = [...found.tried];
  if (isOffline(env)) {
    tried.push("MOVIELENS_OFFLINE is set, so nothing is downloaded");
  } else if (dataDir !== undefined) {
    if (!quiet) console.log(`Downloading ${release.title}: ${release.url}`);
    try {
      const folder = await download(release, { into: dataDir });
      return { source: "download", folder, tried };
    } catch (error) {
      if (!(error instanceof MissingDataError)) throw error;
      tried.push(error.message.split("\n", 1)[0]); // Why; what to do comes below
    }
  }
  if (fallback === "synthetic") return { source: "synthetic", tried };
  throw new MissingDataError(
    `Cannot load ${release.title} as it must be on this machine: it is not.\n` +
      `${list(["Tried", ...tried])}\n${
        list(["Do one of these", ...waysToGet(release)])
      }`,
  );
}

function requireKnown(name: string, fallback: string): void {
  if (Object.hasOwn(catalogue, name) && name !== "ml-100k") {
    throw new RangeError(
      `Cannot load ${name} as only ml-100k and synthetic-100k can be read yet: \`deno task data ${name}\` fetches it, and its files must then be read by other means`,
    );
  }
  if (name !== "ml-100k" && name !== "synthetic-100k") {
    throw new RangeError(
      `Cannot load MovieLens as the data set must be ml-100k or synthetic-100k: current value is ${
        JSON.stringify(name)
      }`,
    );
  }
  if (fallback !== "synthetic" && fallback !== "none") {
    throw new RangeError(
      `Cannot load ${name} as fallback must be "synthetic" or "none": current value is ${
        JSON.stringify(fallback)
      }`,
    );
  }
}
