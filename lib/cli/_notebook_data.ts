import { catalogue } from "../movielens/catalogue.ts";
import { locateMovieLens } from "../movielens/locate_movielens.ts";
import { codeCells, type Notebook } from "./_notebook_file.ts";

/** How the library's notice begins that tells that ratings are made up. */
const NOTICE = "SYNTHETIC DATA";

/**
 * Says which data the notebooks will run on, loudly if they are invented; a
 * download happens now, in sight, instead of in the first notebook.
 *
 * @returns Whether they are invented.
 * @throws {MissingDataError} If MOVIELENS_DIR is set and does not hold them.
 */
export async function announceData(): Promise<boolean> {
  const { title } = catalogue["ml-100k"];
  const { source, folder, tried } = await locateMovieLens("ml-100k", {
    fallback: "synthetic",
  });
  if (source !== "synthetic") {
    console.log(`Data: ${title}, ${folder}`);
    return false;
  }
  console.error(
    [
      `SYNTHETIC DATA: ${title} is not on this machine, the ratings are invented.`,
      ...tried.map((place) => `  - ${place}`),
      "  To have the real data: deno task data ml-100k, or set MOVIELENS_DIR",
    ].join("\n"),
  );
  return true;
}

/** What is known of the data before a notebook runs. */
export interface ExpectedData {
  /** Whether MovieLens 100K is not to be had. @default false */
  readonly synthetic?: boolean;
}

/**
 * Whether an executed notebook's ratings were made up: its outputs say so, or it
 * loads MovieLens 100K where there is none. The second, because a kernel may
 * lose the notice (see lib/notebook/_keep_results.ts).
 */
export function isSynthetic(
  notebook: Notebook,
  expected: ExpectedData = {},
): boolean {
  const { synthetic = false } = expected;
  return codeCells(notebook).some(({ source, outputs }) =>
    (synthetic && /\bloadMovieLens\(\s*"ml-100k"/.test(source)) ||
    outputs?.some((output) =>
      output.output_type === "stream" && output.name === "stderr" &&
      output.text?.includes(NOTICE)
    )
  );
}

/** The data that an executed notebook ran on: their name, or `none`. */
export function usedData(
  notebook: Notebook,
  expected: ExpectedData = {},
): string {
  if (isSynthetic(notebook, expected)) return "synthetic ratings";
  const loads = codeCells(notebook).some(({ source }) =>
    source.includes("loadMovieLens")
  );
  return loads ? catalogue["ml-100k"].title : "none";
}
