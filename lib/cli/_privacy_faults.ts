import { parseHTML } from "linkedom";
import type { Output } from "./_notebook_file.ts";

/** The most rows of a table by user: MovieLens may not be handed on. */
const MOST_ROWS = 10;

/** The names under which users and their zip codes go. */
const USER = /^user([ _-]?ids?)?$/i;
const ZIP = /^zip([ _-]?codes?)?$/i;

/** What of a zip code may be seen is its first sign: `5••••`. */
const WHOLE_ZIP = /[\p{L}\p{N}]{2,}/u;

/** A table's column names and its rows. */
interface Rows {
  readonly head: readonly string[];
  readonly body: readonly (readonly string[])[];
}

/**
 * What in a cell's output would let someone read ratings or people back: more
 * than ten rows of a table by user, or a zip code that is not masked. It looks
 * into HTML tables, into the records that a polars DataFrame adds to its own,
 * and into text: printed tables and printed objects.
 */
export function privacyFaults(output: Output): string[] {
  const data = output.data ?? {};
  const faults: string[] = [];
  for (const table of htmlTables(data["text/html"])) {
    faults.push(...tableFaults(table));
  }
  const records = recordTable(data["application/vnd.dataresource+json"]);
  if (records) faults.push(...tableFaults(records));
  for (const text of [output.text, data["text/plain"]]) {
    if (typeof text !== "string") continue;
    for (const table of textTables(text)) faults.push(...tableFaults(table));
    faults.push(...objectFaults(text));
  }
  return [...new Set(faults)];
}

function tableFaults({ head, body }: Rows): string[] {
  const faults: string[] = [];
  const byUser = head.some((name) => USER.test(name));
  if (byUser && body.length > MOST_ROWS) faults.push(tooMany(body.length));
  const zip = head.findIndex((name) => ZIP.test(name));
  const whole = body.find((row) => WHOLE_ZIP.test(row[zip] ?? ""));
  if (zip >= 0 && whole) faults.push(unmasked(whole[zip]));
  return faults;
}

function htmlTables(html: unknown): Rows[] {
  if (typeof html !== "string") return [];
  const { document } = parseHTML(`<!DOCTYPE html><body>${html}</body>`);
  return [...document.querySelectorAll("table")].map((table) => {
    const [head = [], ...body] = [...table.querySelectorAll("tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((it) =>
        it.textContent?.trim() ?? ""
      )
    );
    return { head, body };
  });
}

function recordTable(value: unknown): Rows | undefined {
  const records = (value as { data?: unknown } | undefined)?.data;
  if (!Array.isArray(records) || records.length === 0) return undefined;
  const head = Object.keys(records[0]);
  return {
    head,
    body: records.map((record) => head.map((name) => String(record[name]))),
  };
}

/** Tables in text, with or without lines drawn around them. */
function textTables(text: string): Rows[] {
  const lines = text.split("\n")
    .filter((line) => !/^[\s─-╿=+:_-]+$/.test(line) || line.trim() === "")
    .map((line) => line.split(/[\s│┆|]+/).filter((word) => word !== ""));
  const tables: Rows[] = [];
  lines.forEach((head, at) => {
    if (!head.some((name) => USER.test(name) || ZIP.test(name))) return;
    const end = lines.findIndex((line, index) =>
      index > at && (line.length < head.length || !line.some(isNumber))
    );
    const body = lines.slice(at + 1, end < 0 ? lines.length : end);
    if (head.length > 1) tables.push({ head, body });
  });
  return tables;
}

function isNumber(word: string): boolean {
  return /\d/.test(word);
}

/** Records as an object's text or as JSON, one after the other. */
function objectFaults(text: string): string[] {
  const users = text.match(/\buser([ _-]?id)?["']?: *\d+/gi)?.length ?? 0;
  const zip = text.match(/\bzip([ _-]?code)?["']?: *["']?([\p{L}\p{N}]{2,})/iu);
  return [
    ...users > MOST_ROWS ? [tooMany(users)] : [],
    ...zip ? [unmasked(zip[2])] : [],
  ];
}

function tooMany(rows: number): string {
  return `a table by user with ${rows} rows, may have ${MOST_ROWS}`;
}

function unmasked(zip: string): string {
  return `the zip code ${zip}, unmasked`;
}
