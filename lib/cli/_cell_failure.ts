import { stripVTControlCharacters } from "node:util";
import { codeCells, hasTag, type Notebook } from "./_notebook_file.ts";

/** How a notebook's run failed. */
export interface CellFailure {
  /** The cell's number; more than one where several have the very same source. */
  readonly cells: readonly number[];
  /** The cell's source; empty where the run failed outside a cell. */
  readonly source: string;
  /** The error's class, message and stack, without colours. */
  readonly error: string;
}

const RULE = "------------------";
const HEAD = `An error occurred while executing the following cell:\n${RULE}\n`;

/**
 * Reads what failed out of what nbclient wrote on standard error. nbclient does
 * not say which cell it was, only its source: the notebook tells the number.
 *
 * @param notebook The notebook that ran.
 * @param stderr What nbclient wrote.
 */
export function cellFailure(notebook: Notebook, stderr: string): CellFailure {
  const said = stripVTControlCharacters(stderr).trimEnd();
  const from = said.lastIndexOf(HEAD);
  if (from < 0) return { cells: [], source: "", error: withoutTrace(said) };
  const after = said.slice(from + HEAD.length);
  const failed = codeCells(notebook)
    .filter((cell) => after.startsWith(`${cell.source.trimEnd()}\n${RULE}`));
  const error = after.slice(after.lastIndexOf(`${RULE}\n`) + RULE.length);
  return {
    cells: failed.map((cell) => cell.number),
    source: failed[0]?.source ?? after.split(`\n${RULE}`)[0],
    error: error.trim(),
  };
}

/**
 * The first cell with an error among its outputs, unless it is tagged
 * `raises-exception`: the kernel may show an error and still call the cell done
 * (denoland/deno 35356), which nbclient takes for success.
 */
export function outputFailure(notebook: Notebook): CellFailure | undefined {
  for (const cell of codeCells(notebook)) {
    if (hasTag(cell, "raises-exception")) continue;
    const error = cell.outputs?.find((one) => one.output_type === "error");
    if (!error) continue;
    const stack = error.traceback?.join("\n") ?? "";
    return {
      cells: [cell.number],
      source: cell.source,
      error: stripVTControlCharacters(
        stack || `${error.ename}: ${error.evalue}`,
      ),
    };
  }
}

/** Python's own stack says nothing to a reader of notebooks. */
function withoutTrace(said: string): string {
  const last = said.lastIndexOf("Traceback (most recent call last)");
  const rest = last < 0 ? said : said.slice(last);
  return rest.split("\n").filter((line) => !/^(Traceback| {2})/.test(line))
    .slice(-10).join("\n");
}
