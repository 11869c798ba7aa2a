import { requireOption, rules } from "../autoencoder/_options.ts";
import { requireDrawable } from "./_options.ts";
import { type DrawnCell, drawTable } from "./_draw_table.ts";
import type {
  RatingHeatmapOptions,
  RatingTable,
} from "./rating_heatmap_options.ts";
import { written, writtenAlike } from "./_written.ts";

/** The most rows and columns of a table: more cannot be read. */
const most = { rows: 20, columns: 12 };

/** A small table with its numbers. */
export function ratingCells(
  table: RatingTable,
  options: RatingHeatmapOptions,
): SVGSVGElement {
  const { predicted, highlights = [], subtitle, signedUpTo } = options;
  if (signedUpTo !== undefined) {
    requireOption("signedUpTo", signedUpTo, rules.above0);
  }
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  if (rows < 1 || rows > most.rows || columns < 1 || columns > most.columns) {
    refuse(
      `it must have 1 to ${most.rows} rows and 1 to ${most.columns} columns; a larger one is drawn from a RatingMatrix`,
      `${rows} × ${columns}`,
    );
  }
  const rowLabels = options.rowLabels ?? numbered("User ", rows);
  const columnLabels = options.columnLabels ?? numbered("M", columns);
  requireLength("rowLabels", rowLabels, rows);
  requireLength("columnLabels", columnLabels, columns);
  if (predicted !== undefined) requireLength("predicted", predicted, rows);
  if (highlights.length > 4) {
    refuse("there are at most four groups of highlights", highlights.length);
  }
  for (const { name, cells } of highlights) {
    for (const [row, column] of cells) {
      if (table[row] === undefined || !(column in table[row])) {
        refuse(`cells of ${name} must lie in it`, `${row}, ${column}`);
      }
    }
  }
  const numbers: { readonly value?: number; readonly predicted: boolean }[][] =
    table.map((row, at) => {
      requireLength(`row ${at}`, row, columns);
      if (predicted !== undefined) {
        requireLength(`row ${at} of predicted`, predicted[at], columns);
      }
      return Array.from(row, (given, column) => {
        const blank = given === undefined || given === null;
        const value = blank ? predicted?.[at][column] : given;
        if (value !== undefined) {
          requireDrawable(
            "a rating table",
            `row ${at}, column ${column}`,
            value,
          );
        }
        return { value, predicted: blank && value !== undefined };
      });
    });
  const all = numbers.flat().flatMap(({ value }) =>
    value === undefined ? [] : [value]
  );
  const [low, high] = [Math.min(...all), Math.max(...all)];
  // The lowest is not paper: that is what a blank is.
  const shade = (value: number) =>
    signedUpTo === undefined
      ? 0.12 + 0.88 * (high > low ? (value - low) / (high - low) : 0)
      : Math.max(-1, Math.min(1, value / signedUpTo));
  const found = numbers.flat().flatMap(({ value, predicted }) =>
    predicted ? [value!] : []
  );
  const ofRating = options.format ?? written;
  const ofPrediction = options.format ?? writtenAlike(found);
  const cells = numbers.map((row) =>
    row.map(({ value, predicted }): DrawnCell =>
      value === undefined ? { text: "" } : {
        text: (predicted ? ofPrediction : ofRating)(value),
        shade: shade(value),
        predicted,
      }
    )
  );
  const blanks = table.flat().filter((it) => it === undefined || it === null);
  const given = rows * columns - blanks.length;
  const { title = `${given} of ${rows * columns} cells are rated` } = options;
  const words = cells.map((row, at) =>
    `${rowLabels[at]}: ${
      row.map(({ text, predicted }, column) =>
        `${columnLabels[column]} ${
          text === "" ? "blank" : predicted ? `${text} predicted` : text
        }`
      ).join(", ")
    }.`
  );
  const pointed = highlights.map(({ name, cells }) =>
    `Pointed out, ${name}: ${
      cells.map(([row, column]) => `${rowLabels[row]} ${columnLabels[column]}`)
        .join(", ")
    }.`
  );
  const {
    description = [
      `Table of ${rows} rows and ${columns} columns.`,
      ...words,
      ...pointed,
    ].join(" "),
  } = options;
  return drawTable({
    ...{ title, subtitle, description, rowLabels, columnLabels, cells },
    width: options.width ?? 720,
    highlights,
    notes: predicted === undefined
      ? []
      : ["in italics on a dashed cell: predicted, not rated"],
    scale: signedUpTo === undefined ? undefined : {
      shades: [-1, -0.5, 0, 0.5, 1],
      text: `orange below 0, blue above 0; darkest at ${
        written(-signedUpTo)
      } and ${written(signedUpTo)}`,
    },
  });
}

function numbered(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${word}${at + 1}`);
}

function requireLength(
  where: string,
  list: ArrayLike<unknown>,
  length: number,
) {
  if (list?.length !== length) {
    refuse(`${where} must have ${length} entries`, list?.length);
  }
}

function refuse(requirement: string, value: unknown): never {
  throw new RangeError(
    `Cannot draw a rating table as ${requirement}: current value is ${value}`,
  );
}
