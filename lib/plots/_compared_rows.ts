import { requireDrawable } from "./_options.ts";
import type {
  ComparedModel,
  ComparisonBarsOptions,
} from "./comparison_options.ts";

/** One row of a comparison as it is drawn. */
export interface ComparedRow extends ComparedModel {
  /** The value as written beside the row. */
  readonly written: string;
  /** Whether no other row reads better. */
  readonly best: boolean;
  readonly highlighted: boolean;
  readonly hollow: boolean;
}

/** The rows from best to worst; rows of one value keep their order. */
export function compareRows(
  rows: readonly ComparedModel[],
  { better, highlight, hollow = [], format = (value) => value.toFixed(3) }:
    ComparisonBarsOptions,
): ComparedRow[] {
  if (better !== "lower" && better !== "higher") {
    throw new RangeError(
      `Cannot compare models as better must be lower or higher: current value is ${better}`,
    );
  }
  requireRows(rows);
  const sign = better === "lower" ? 1 : -1;
  const sorted = rows.toSorted((a, b) => sign * (a.value - b.value));
  const best = format(sorted[0].value);
  const names = highlight === undefined
    ? sorted.filter(({ value }) => format(value) === best).map((r) => r.name)
    : [highlight].flat();
  const outlined = [hollow].flat();
  for (const name of [...names, ...outlined]) {
    if (rows.every((row) => row.name !== name)) {
      throw new RangeError(
        `Cannot highlight a row as its name must be one of ${
          rows.map(({ name }) => name).join(", ")
        }: current value is ${name}`,
      );
    }
  }
  return sorted.map(({ name, value }) => ({
    name,
    value,
    written: format(value),
    best: format(value) === best,
    highlighted: names.includes(name),
    hollow: outlined.includes(name),
  }));
}

function requireRows(rows: readonly ComparedModel[]) {
  if (rows.length === 0) {
    throw new RangeError(
      "Cannot compare models as there must be at least one: current value is 0 rows",
    );
  }
  const names = new Set<string>();
  for (const { name, value } of rows) {
    requireDrawable("a comparison", `the value of ${name}`, value);
    if (names.has(name)) {
      throw new RangeError(
        `Cannot compare models as each name must come once: current value is ${name}, twice`,
      );
    }
    names.add(name);
  }
}
