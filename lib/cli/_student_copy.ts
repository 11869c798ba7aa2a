import { hasTag, type Notebook } from "./_notebook_file.ts";

/** Options of {@linkcode studentCopy}. */
export interface StudentCopyOptions {
  /**
   * Whether the copy has the cells tagged `solution`, folded as they are.
   * @default {true}
   */
  readonly solutions?: boolean;
}

/**
 * A lesson as a student gets it: nothing has run yet, so that there is something
 * to guess, and JupyterLab has no outputs of strangers to distrust.
 *
 * @param lesson The notebook; stays as it is.
 */
export function studentCopy(
  lesson: Notebook,
  { solutions = true }: StudentCopyOptions = {},
): Notebook {
  return {
    ...lesson,
    cells: lesson.cells
      .filter((cell) => solutions || !hasTag(cell, "solution"))
      .map((cell) =>
        cell.cell_type === "code"
          ? { ...cell, execution_count: null, outputs: [] }
          : cell
      ),
  };
}
