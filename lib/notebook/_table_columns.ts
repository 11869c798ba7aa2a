/** A column as it is shown. */
export interface TableColumn {
  readonly name: string;
  /** Numbers stand to the right. */
  readonly isNumeric: boolean;
  /** One text a row. */
  readonly cells: readonly string[];
}

/** What stands in a cell without a value. */
const nothing = "–";

/** The columns of some records as texts. */
export function tableColumns(
  records: readonly Readonly<Record<string, unknown>>[],
  { names, mask }: {
    readonly names: readonly string[];
    readonly mask: readonly string[];
  },
): TableColumn[] {
  return names.map((name) => {
    const values = records.map((record) => record[name] ?? undefined);
    const present = values.filter((value) => value !== undefined);
    const isMasked = mask.includes(name);
    const isNumeric = !isMasked && present.length > 0 &&
      present.every((value) => ["number", "bigint"].includes(typeof value));
    const format = isMasked ? masked : formatOf(present);
    return {
      name,
      isNumeric,
      cells: values.map((value) =>
        value === undefined ? nothing : format(value)
      ),
    };
  });
}

/** A format that suits all values of a column, so that they compare at a glance. */
function formatOf(values: readonly unknown[]): (value: unknown) => string {
  if (values.every((value) => typeof value === "number")) {
    return numberFormat(values as number[]);
  }
  if (values.every((value) => value instanceof Date)) {
    const dayOnly = values.every((date) => date.getTime() % 86_400_000 === 0);
    return (date) => shortDate(date as Date, dayOnly);
  }
  return anyText;
}

/** As many decimals as the column needs, three at most. */
function numberFormat(values: readonly number[]): (value: unknown) => string {
  const tiny = values.some((value) => value !== 0 && Math.abs(value) < 5e-4);
  if (tiny) return (value) => String(Number((value as number).toPrecision(3)));
  const decimals = Math.max(
    0,
    ...values.map((value) =>
      String(Number(value.toFixed(3))).split(".")[1]?.length ?? 0
    ),
  );
  return (value) => (value as number).toFixed(decimals);
}

/** 1997-11-20, or 1997-11-20 04:26; in UTC, as MovieLens counts. */
function shortDate(date: Date, dayOnly: boolean): string {
  if (Number.isNaN(date.getTime())) return nothing;
  return date.toISOString().slice(0, dayOnly ? 10 : 16).replace("T", " ");
}

function anyText(value: unknown): string {
  if (value === null || value === undefined) return nothing;
  if (typeof value === "number") return numberFormat([value])(value);
  if (value instanceof Date) return shortDate(value, false);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return Array.from(value as ArrayLike<unknown>, anyText).join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Enough to see what a column holds, too little to know a person by. */
function masked(value: unknown): string {
  return `${[...String(value)][0] ?? ""}••••`;
}
