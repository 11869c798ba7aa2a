import type { Cell, Notebook, Output } from "./_notebook_file.ts";

/**
 * The notebook as it is shown and committed: of what a run left behind, only
 * what says something. Consecutive pieces of one stream become one, cells count
 * from 1, and when and how fast it ran is gone; ids and sources stay.
 *
 * @param notebook The executed notebook; stays as it is.
 */
export function tidyNotebook(notebook: Notebook): Notebook {
  let count = 0;
  const { kernelspec, language_info } = notebook.metadata;
  return {
    ...notebook,
    metadata: {
      ...kernelspec !== undefined && { kernelspec },
      ...language_info !== undefined && { language_info },
    },
    cells: notebook.cells.map((cell) =>
      cell.cell_type === "code" ? tidyCell(cell, ++count) : cell
    ),
  };
}

function tidyCell(cell: Cell, count: number): Cell {
  const { execution: _times, ...metadata } = cell.metadata;
  return {
    ...cell,
    metadata,
    execution_count: count,
    outputs: mergeStreams(cell.outputs ?? []).map((output) =>
      output.output_type === "execute_result"
        ? { ...output, execution_count: count }
        : output
    ),
  };
}

/** A stream arrives in as many pieces as there were writes to it. */
function mergeStreams(outputs: readonly Output[]): Output[] {
  const merged: Output[] = [];
  for (const output of outputs) {
    const last = merged.at(-1);
    if (
      output.output_type === "stream" && last?.output_type === "stream" &&
      output.name === last.name
    ) {
      const text = (last.text ?? "") + (output.text ?? "");
      merged[merged.length - 1] = { ...last, text };
    } else {
      merged.push(output);
    }
  }
  return merged;
}
