import { codeCells, type Notebook } from "./_notebook_file.ts";

/** A notebook's code as one module. */
export interface NotebookModule {
  /** The cells' sources, one after the other: a name declared twice is an error. */
  readonly source: string;
  /** The cell and its line at a line of the module; all three count from 1. */
  locate(line: number): { cell: number; line: number };
}

/**
 * Joins the code cells into one module, for the compiler and the linter to read
 * as they read any other.
 */
export function notebookModule(notebook: Notebook): NotebookModule {
  const starts: { cell: number; first: number }[] = [];
  const lines: string[] = [];
  for (const { number, source } of codeCells(notebook)) {
    starts.push({ cell: number, first: lines.length + 1 });
    const cell = source.trimEnd().split("\n");
    // A cell ends its last statement, semicolon or not
    const goesOn = /^[([`+/-]/.test(cell[0]) &&
      !/(^|;)$/.test(lines.at(-1) ?? "");
    lines.push(...goesOn ? [`;${cell[0]}`, ...cell.slice(1)] : cell);
  }
  return {
    source: `${lines.join("\n")}\n`,
    locate(line) {
      const start = starts.findLast(({ first }) => first <= line);
      if (start === undefined) {
        throw new RangeError(
          `Cannot locate a line as it must be in a cell: current value is ${line}`,
        );
      }
      return { cell: start.cell, line: line - start.first + 1 };
    },
  };
}

/** Options of {@linkcode relocate}. */
export interface RelocateOptions {
  /** The module's path on disk, as the tool knows it. */
  readonly path: string;
  /** The notebook's path, as the reader knows it. */
  readonly notebook: string;
  /** What knows where the lines come from. */
  readonly module: NotebookModule;
}

/**
 * Rewrites a tool's positions in a module to positions in its notebook:
 * `notebooks/05-training.ipynb, cell 7, line 3`.
 */
export function relocate(said: string, options: RelocateOptions): string {
  const { path, notebook, module } = options;
  const escaped = path.replace(/[^\w/]/g, "\\$&");
  const position = new RegExp(
    `(?:file://)?${escaped}(?::(\\d+):\\d+|: line (\\d+), col \\d+)`,
    "g",
  );
  return said.replace(position, (_all, colon?: string, word?: string) => {
    const { cell, line } = module.locate(Number(colon ?? word));
    return `${notebook}, cell ${cell}, line ${line}`;
  });
}
