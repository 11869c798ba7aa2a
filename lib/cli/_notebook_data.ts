import { catalogue } from "../movielens/catalogue.ts";
import { findRelease } from "../movielens/find_release.ts";
import { codeCells, type Notebook } from "./_notebook_file.ts";

/** The word by which the library's notice tells that ratings are made up. */
const NOTICE = "SYNTHETIC";

/**
 * What the notebooks will run on, in a sentence, without loading it.
 *
 * @throws {MissingDataError} If MOVIELENS_DIR is set and does not hold it.
 */
export function expectedData(): string {
  const release = catalogue["ml-100k"];
  const found = findRelease(release);
  if (found.folder !== undefined) {
    return `${release.title}, from ${found.folder}`;
  }
  return `${release.title} is not on this machine (${
    found.tried.join("; ")
  }): ` +
    "the notebooks download it, or else run on SYNTHETIC ratings";
}

/** Whether a notebook's outputs say that its ratings were made up. */
export function isSynthetic(notebook: Notebook): boolean {
  return codeCells(notebook).some((cell) =>
    cell.outputs?.some((output) =>
      output.output_type === "stream" && output.name === "stderr" &&
      output.text?.includes(NOTICE)
    )
  );
}

/** The data that an executed notebook ran on: their name, or `none`. */
export function usedData(notebook: Notebook): string {
  if (isSynthetic(notebook)) return "synthetic ratings";
  const loads = codeCells(notebook).some(({ source }) =>
    source.includes("loadMovieLens")
  );
  return loads ? catalogue["ml-100k"].title : "none";
}
