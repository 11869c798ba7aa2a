import type { CellFailure } from "./_cell_failure.ts";

/** How many lines of the cell, and of the error, are shown. */
const LINES = 6;

/**
 * What a reader is told about a cell that failed: where, its first lines, and
 * the error.
 *
 * @param notebook The notebook's file, as the reader knows it.
 */
export function failureText(
  notebook: string,
  { cells, source, error }: CellFailure,
): string {
  const where = cells.length === 0
    ? notebook
    : `${notebook}, cell ${cells.join(" or ")}`;
  return [
    `${where} failed:`,
    ...shortened(source).map((line) => `  | ${line}`),
    ...shortened(error).map((line) => `  ${line}`),
  ].join("\n");
}

function shortened(text: string): string[] {
  if (text.trim() === "") return [];
  const lines = text.trimEnd().split("\n");
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES), "…"];
}
