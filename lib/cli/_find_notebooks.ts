import { join } from "node:path";
import { TaskError } from "./_task_error.ts";

/** A notebook's file and its stem, such as `05-training`. */
export interface NotebookPath {
  /** The file's name without `.ipynb`. */
  readonly name: string;
  /** The file's path. */
  readonly file: string;
}

/**
 * The notebooks of a folder, in order of name.
 *
 * @param folder The folder to look in.
 * @param names Which ones: a number, such as `5` or `05`, or a file's stem;
 * none for all.
 * @throws {TaskError} For a name that is none of them; lists those there are.
 * Or for a folder that is not there.
 */
export async function findNotebooks(
  folder: string,
  names: readonly string[] = [],
): Promise<NotebookPath[]> {
  const all: NotebookPath[] = [];
  for (const entry of await entries(folder)) {
    if (!entry.isFile || !entry.name.endsWith(".ipynb")) continue;
    const name = entry.name.slice(0, -".ipynb".length);
    all.push({ name, file: join(folder, entry.name) });
  }
  all.sort((a, b) => a.name < b.name ? -1 : 1);
  if (names.length === 0) return all;

  const chosen = new Set<NotebookPath>();
  for (const name of names) {
    const found = all.filter((notebook) => answersTo(notebook, name));
    if (found.length === 0) {
      const there = all.map((notebook) => notebook.name).join(", ") || "none";
      throw new TaskError(
        `Cannot find the notebook ${name} as it must be a number or a name ` +
          `of those there are: ${there}`,
        { exitStatus: 2 },
      );
    }
    for (const notebook of found) chosen.add(notebook);
  }
  return all.filter((notebook) => chosen.has(notebook));
}

async function entries(folder: string): Promise<Deno.DirEntry[]> {
  try {
    return await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new TaskError(
      `Cannot find notebooks as their folder must be there: ${folder} is not`,
      { exitStatus: 2, cause: error },
    );
  }
}

function answersTo(notebook: NotebookPath, name: string): boolean {
  if (notebook.name === name) return true;
  const number = notebook.name.match(/^\d+(?=-)/)?.[0];
  return /^\d+$/.test(name) && Number(number) === Number(name);
}
