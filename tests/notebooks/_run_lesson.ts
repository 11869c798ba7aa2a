import { fileURLToPath, pathToFileURL } from "node:url";
import { readNotebook } from "../../lib/cli/_notebook_file.ts";
import { notebookModule } from "../../lib/cli/_notebook_module.ts";

/** Which cells {@linkcode runLesson} runs. */
export interface RunLessonOptions {
  /** Whether to run a cell, by its source. All, by default. */
  readonly cells?: (source: string) => boolean;
}

/**
 * Runs the cells of a notebook as one module, exercises' solutions included, so
 * that a test can look at what they made.
 *
 * @param name The notebook's file without `.ipynb`.
 * @param names What its cells declare and the test wants.
 */
export async function runLesson<T extends object>(
  name: string,
  names: readonly (keyof T & string)[],
  { cells: isWanted = () => true }: RunLessonOptions = {},
): Promise<T> {
  const file = fileURLToPath(
    new URL(`../../notebooks/${name}.ipynb`, import.meta.url),
  );
  const notebook = await readNotebook(file);
  const cells = notebook.cells.filter(({ source }) => isWanted(source));
  const { source } = notebookModule({ ...notebook, cells });
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/lesson.ts`;
    await Deno.writeTextFile(
      path,
      `${source}\nexport { ${names.join(", ")} };\n`,
    );
    return await import(pathToFileURL(path).href);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
