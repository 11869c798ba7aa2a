import { parse } from "@std/csv";
import type { ReleaseFiles } from "./release_files.ts";

/** The rows of a small file, and an error for one of them. */
export interface Rows {
  /** The fields; row `i` stands on line `i + 1`. */
  readonly rows: readonly (readonly string[])[];
  /** The error for a value: "Cannot read <file>, line <line>, as …". */
  refusal(row: number, requirement: string, value: string): SyntaxError;
}

/**
 * Reads one of the small files, whose fields stand between pipes: Latin-1, or
 * UTF-8 if it begins with a byte order mark.
 *
 * @param files Where the file is.
 * @param file Its name.
 * @param columns The number of fields on each line.
 */
export function readRows(
  files: ReleaseFiles,
  file: string,
  columns: number,
): Rows {
  const label = files.label(file);
  function refusal(row: number, requirement: string, value: string) {
    return new SyntaxError(
      `Cannot read ${label}, line ${
        row + 1
      }, as ${requirement}: current value is ${
        JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)
      }`,
    );
  }
  const bytes = files.read(file);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new TextDecoder(marked ? "utf-8" : "latin1").decode(bytes);
  const lines = text.replace(/[\r\n]+$/, "").split(/\r?\n/);
  if (lines.length === 1 && lines[0] === "") {
    throw new SyntaxError(
      `Cannot read ${label} as it must hold at least one line: the file is empty`,
    );
  }
  // The files are not quoted, and CSV readers disagree on what opens a field
  // with a quotation mark and does not close it.
  lines.forEach((line, row) => {
    if (line === "") {
      throw refusal(row, "blank lines may stand only at the end", line);
    }
    if (/(^|\|)"/.test(line)) {
      throw refusal(row, "no field may begin with a quotation mark", line);
    }
  });
  const rows = parse(lines.join("\n"), { separator: "|", lazyQuotes: true });
  rows.forEach((fields, row) => {
    if (fields.length !== columns) {
      throw refusal(
        row,
        `a line has ${columns} columns separated by "|" and this one has ${fields.length}`,
        lines[row],
      );
    }
  });
  return { rows, refusal };
}

/** An id as a number; refuses what is none, and what an earlier row has. */
export function readId(
  text: string,
  { row, what, earlier, refusal }: {
    row: number;
    what: "user" | "movie";
    earlier: Map<number, number>;
    refusal: Rows["refusal"];
  },
): number {
  const id = Number(text);
  if (!/^\d{1,10}$/.test(text) || id < 1 || id >= 2 ** 31) {
    throw refusal(
      row,
      `a ${what} id must be a whole number from 1 to ${2 ** 31 - 1}`,
      text,
    );
  }
  const other = earlier.get(id);
  if (other !== undefined) {
    throw refusal(
      row,
      `a ${what} id must come once and line ${other + 1} has it too`,
      text,
    );
  }
  earlier.set(id, row);
  return id;
}
