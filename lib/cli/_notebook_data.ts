import { catalogue } from "../movielens/catalogue.ts";
import { locateMovieLens } from "../movielens/locate_movielens.ts";
import { codeCells, type Notebook } from "./_notebook_file.ts";

/** How the library's notice begins that tells that ratings are made up. */
const NOTICE = "SYNTHETIC DATA";

/**
 * Says which data the notebooks will run on, loudly if they are invented; a
 * download happens now, in sight, instead of in the first notebook.
 *
 * @throws {MissingDataError} If MOVIELENS_DIR is set and does not hold them.
 */
export async function announceData(): Promise<void> {
  const { title } = catalogue["ml-100k"];
  const { source, folder, tried } = await locateMovieLens("ml-100k", {
    fallback: "synthetic",
  });
  if (source !== "synthetic") return console.log(`Data: ${title}, ${folder}`);
  console.error(
    [
      `SYNTHETIC DATA: ${title} is not on this machine, the ratings are invented.`,
      ...tried.map((place) => `  - ${place}`),
      "  To have the real data: deno task data ml-100k, or set MOVIELENS_DIR",
    ].join("\n"),
  );
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
