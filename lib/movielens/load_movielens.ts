import { catalogue } from "./catalogue.ts";
import { findRelease, type FindReleaseOptions } from "./find_release.ts";
import { MissingDataError } from "./missing_data_error.ts";
import { MovieLens } from "./movielens.ts";
import { filesIn } from "./release_files.ts";

/** Options of {@linkcode loadMovieLens}. */
export interface LoadMovieLensOptions extends FindReleaseOptions {
  /**
   * Whether to print nothing.
   *
   * @default false
   */
  readonly quiet?: boolean;
}

/** The data sets that {@linkcode loadMovieLens} reads. */
export type MovieLensName = "ml-100k";

export async function loadMovieLens(
  name: MovieLensName = "ml-100k",
  options: LoadMovieLensOptions = {},
): Promise<MovieLens> {
  const { quiet = false, ...where } = options;
  const release = catalogue[name];
  const found = findRelease(release, where);
  if (found.folder === undefined) {
    throw new MissingDataError(found.tried.join("; "));
  }
  const movielens = await MovieLens.read(filesIn(found.folder, name), {
    ...release,
    source: found.source,
  });
  if (!quiet) console.log(`${movielens}, from ${found.source}`);
  return movielens;
}
