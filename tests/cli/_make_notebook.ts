import type { Cell, Notebook, Output } from "../../lib/cli/_notebook_file.ts";

/** A code cell as it is after a run; `change` makes it a bad one. */
export function codeCell(source: string, change: Partial<Cell> = {}): Cell {
  return {
    cell_type: "code",
    metadata: {},
    source,
    outputs: [],
    ...change,
  };
}

/** What a cell printed. */
export function stream(text: string, name = "stdout"): Output {
  return { output_type: "stream", name, text };
}

/** What a cell's last expression shows. */
export function result(data: Record<string, unknown>): Output {
  return { output_type: "execute_result", data, metadata: {} };
}

/** A notebook that breaks no rule, of these cells. */
export function makeNotebook(
  cells: readonly Cell[],
  change: Partial<Notebook> = {},
): Notebook {
  let count = 0;
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: {
        display_name: "Deno",
        language: "typescript",
        name: "deno",
      },
      language_info: { name: "typescript" },
    },
    cells: cells.map((cell, at) => ({
      id: `cell-${at + 1}`,
      ...cell.cell_type === "code" && { execution_count: ++count },
      ...cell,
    })),
    ...change,
  };
}
