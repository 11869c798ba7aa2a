import { stripVTControlCharacters } from "node:util";
import { codeCells, hasTag, type Notebook } from "./_notebook_file.ts";

/** How a notebook's run failed. */
export interface CellFailure {
  /** The cell's number; more than one where several have the very same source. */
  readonly cells: readonly number[];
  /** The cell's source; empty where the run failed outside a cell. */
  readonly source: string;
  /**
   * The error's class, message and stack, without colours; empty where the
   * kernel gave none, as for a syntax error.
   */
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
  const said = stripVTControlCharacters(stderr);
  const from = said.lastIndexOf(HEAD);
  if (from < 0) return { cells: [], source: "", error: lastWords(said) };
  const after = said.slice(from + HEAD.length);
  const failed = codeCells(notebook).filter(({ source }) =>
    after.startsWith(source.trimEnd()) && beyond(after, source).startsWith(RULE)
  );
  const source = failed[0]?.source ?? after.split(`\n${RULE}`)[0];
  // The source, a rule; where the cell printed, that and a rule; then the stack
  const error = beyond(after, source).slice(RULE.length)
    .split(`\n${RULE}\n`).at(-1) ?? "";
  return {
    cells: failed.map((cell) => cell.number),
    source,
    error: error.trim(),
  };
}

function beyond(text: string, source: string): string {
  return text.slice(source.trimEnd().length).trimStart();
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
function lastWords(said: string): string {
  if (said.includes("DeadKernelError")) {
    return "The kernel ended: Deno.exit(), or out of memory?";
  }
  const last = said.lastIndexOf("Traceback (most recent call last)");
  const rest = last < 0 ? said : said.slice(last);
  return rest.trimEnd().split("\n")
    .filter((line) => !/^(Traceback| {2})/.test(line)).slice(-10).join("\n");
}
