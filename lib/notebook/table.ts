import { type Displayable, jupyterDisplay } from "./displayable.ts";
import { requireKnown } from "../autoencoder/_options.ts";
import type { FrameLike } from "./frame_like.ts";
import { isFrame } from "./_is_frame.ts";
import { tableColumns } from "./_table_columns.ts";
import { tableHtml, tableText } from "./_table_formats.ts";

/** How {@linkcode table} shows a table. */
export interface TableOptions {
  /** A heading. None by default. */
  readonly caption?: string;
  /**
   * The most rows to show, from the first; at least 1. MovieLens may not be
   * handed on: no more than ten of its rows in a notebook that others will see.
   * @default {10}
   */
  readonly rows?: number;
  /**
   * Columns of which only the first letter may be seen, by name.
   * @default {["zip"]}
   */
  readonly mask?: readonly string[];
}

/** A table that displays itself. */
export interface Table extends Displayable {
  /** The table as aligned text. */
  toString(): string;
}

/**
 * Shows rows as a table: numbers to the right and rounded alike, nothing as –,
 * and its size under it.
 *
 * A polars DataFrame displays itself too, but not in VS Code.
 *
 * @param data A polars DataFrame, or an array of objects, one a row.
 * @param options See {@linkcode TableOptions}.
 * @returns What displays itself as the last line of a cell.
 * @throws {TypeError} If the data are neither.
 *
 * @example Two baselines
 * ```ts
 * import { table } from "stacked-autoencoders/notebook";
 *
 * const shown = table([
 *   { model: "always 4", rmse: 1.2 },
 *   { model: "bias model", rmse: 0.9561 },
 * ]);
 * const lines = String(shown).split("\n");
 * if (lines.at(-1) !== "2 rows × 2 columns") throw new Error(lines.at(-1));
 * if (!lines[1].endsWith("1.200")) throw new Error(lines[1]);
 * ```
 */
export function table(
  data: FrameLike | readonly object[],
  options: TableOptions = {},
): Table {
  requireKnown("option of table", options, ["caption", "rows", "mask"]);
  const { caption, rows = 10, mask = ["zip"] } = options;
  if (!Number.isInteger(rows) || rows < 1) {
    throw new RangeError(
      `Cannot show a table as rows must be a whole number of at least 1: current value is ${rows}`,
    );
  }
  const { names, height, records } = isFrame(data)
    ? {
      names: data.columns,
      height: data.height,
      records: data.head(rows).toRecords(),
    }
    : fromObjects(data, rows);
  const content = {
    caption,
    columns: tableColumns(records, { names, mask }),
    size: sizeText({ shown: records.length, height, width: names.length }),
  };
  return {
    [jupyterDisplay]: () => ({
      "text/html": tableHtml(content),
      "text/plain": tableText(content),
    }),
    toString: () => tableText(content),
  };
}

function fromObjects(data: readonly object[], rows: number) {
  if (
    !Array.isArray(data) ||
    data.some((row) => typeof row !== "object" || row === null)
  ) {
    throw new TypeError(
      `Cannot show a table as its data must be a data frame or an array of objects: current value is ${
        Array.isArray(data) ? "an array with something else in it" : typeof data
      }`,
    );
  }
  const names = [...new Set(data.flatMap((row) => Object.keys(row)))];
  const records = data.slice(0, rows) as Record<string, unknown>[];
  return { names, height: data.length, records };
}

function sizeText(
  { shown, height, width }: { shown: number; height: number; width: number },
): string {
  const rows = shown < height
    ? `${shown} of ${grouped(height)} rows`
    : height === 1
    ? "1 row"
    : `${grouped(height)} rows`;
  return `${rows} × ${width === 1 ? "1 column" : `${width} columns`}`;
}

/** 100 000: thousands apart, by a space that does not break; 1682 as it is. */
function grouped(count: number): string {
  if (count < 10_000) return String(count);
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
