import { stripVTControlCharacters } from "node:util";
import type { OutputDifference } from "./_output_differences.ts";

/** How many letters are shown before and after the first that differs. */
const BEFORE = 40;
const AFTER = 120;

/**
 * What an author is told about outputs that a run did not repeat: which cells,
 * and both texts from a little before the first letter that differs.
 *
 * @param notebook The notebook's file, as the reader knows it.
 */
export function differencesText(
  notebook: string,
  differences: readonly OutputDifference[],
): string {
  return differences.map(({ cell, what, committed, rerun }) => {
    const start = Math.max(0, firstDifference(committed, rerun) - BEFORE);
    return [
      `${notebook}, cell ${cell}, ${what}:`,
      `  committed  ${excerpt(committed, start)}`,
      `  now        ${excerpt(rerun, start)}`,
    ].join("\n");
  }).join("\n");
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function excerpt(text: string, start: number): string {
  const end = start + BEFORE + AFTER;
  const line = stripVTControlCharacters(text.slice(start, end))
    .replaceAll("\n", "⏎");
  return `${start > 0 ? "…" : ""}${line}${end < text.length ? "…" : ""}`;
}
