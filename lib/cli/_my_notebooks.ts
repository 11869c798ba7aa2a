import { join } from "node:path";
import { findNotebooks, type NotebookPath } from "./_find_notebooks.ts";
import { formatNotebook, readNotebook } from "./_notebook_file.ts";
import { studentCopy, type StudentCopyOptions } from "./_student_copy.ts";

/** The folder of a student's own copies, beside the lessons. */
export function myFolder(notebooks: string): string {
  return join(notebooks, "my");
}

/** What {@linkcode copyLessons} did. */
export interface CopiedLessons {
  /** The names of the copies that are new. */
  readonly made: readonly string[];
  /** The names of those that were there, and are as they were. */
  readonly kept: readonly string[];
}

/**
 * Gives the student a copy of every lesson of which there is none yet; never
 * writes over one.
 *
 * @param notebooks The folder of the lessons.
 * @param options See {@linkcode StudentCopyOptions}.
 */
export async function copyLessons(
  notebooks: string,
  options: StudentCopyOptions = {},
): Promise<CopiedLessons> {
  const made: string[] = [];
  const kept: string[] = [];
  for (const lesson of await findNotebooks(notebooks)) {
    const there = await exists(copyOf(lesson, notebooks));
    if (!there) await writeCopy(lesson, notebooks, options);
    (there ? kept : made).push(lesson.name);
  }
  return { made, kept };
}

/**
 * Makes a new copy of a lesson. One that is there keeps its content under
 * another name: `03-why-stacked.old-1.ipynb`.
 *
 * @param lesson The lesson.
 * @param notebooks The folder of the lessons.
 * @param options See {@linkcode StudentCopyOptions}.
 * @returns The copy's path, and that of the older one if there was one.
 */
export async function freshCopy(
  lesson: NotebookPath,
  notebooks: string,
  options: StudentCopyOptions = {},
): Promise<{ file: string; old?: string }> {
  const file = copyOf(lesson, notebooks);
  let old: string | undefined;
  if (await exists(file)) {
    for (let number = 1; old === undefined || await exists(old); number++) {
      old = join(myFolder(notebooks), `${lesson.name}.old-${number}.ipynb`);
    }
    await Deno.rename(file, old);
  }
  await writeCopy(lesson, notebooks, options);
  return { file, old };
}

function copyOf({ name }: NotebookPath, notebooks: string): string {
  return join(myFolder(notebooks), `${name}.ipynb`);
}

async function writeCopy(
  lesson: NotebookPath,
  notebooks: string,
  options: StudentCopyOptions,
) {
  const copy = studentCopy(await readNotebook(lesson.file), options);
  await Deno.mkdir(myFolder(notebooks), { recursive: true });
  await Deno.writeTextFile(copyOf(lesson, notebooks), formatNotebook(copy), {
    createNew: true, // a copy that has come in between is not written over
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
