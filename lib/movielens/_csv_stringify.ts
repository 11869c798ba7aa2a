import { stringify as stringifyRecords } from "csv-stringify/sync";

/** The key or index, or the way of several, at which a value is found. */
export type PropertyAccessor = number | string;

/** A column with a name of its own. */
export type ColumnDetails = {
  /** The name; by default the (last) key or index. */
  header?: string;
  /** Where the values are found. */
  prop: PropertyAccessor | PropertyAccessor[];
};

/** How a column of output is found in the data. */
export type Column = ColumnDetails | PropertyAccessor | PropertyAccessor[];

/** What makes a record of output. */
export type DataItem = Readonly<Record<string, unknown> | unknown[]>;

/** Options of {@linkcode stringify}. */
export type StringifyOptions = {
  /**
   * Whether the names of the `columns` come first.
   *
   * @default true
   */
  headers?: boolean;
  /**
   * What to put between two fields.
   *
   * @default ","
   */
  separator?: string;
  /** The columns; needed if the data are objects. */
  columns?: readonly Column[];
  /**
   * Whether to begin with a byte order mark, as Excel wants it.
   *
   * @default false
   */
  bom?: boolean;
};

/**
 * Writes comma-separated values with Windows line ends.
 *
 * @param data A list or an object for each record.
 * @param options The columns, and what the text is to look like.
 * @returns The text.
 * @throws {TypeError} If the data are objects and no columns are given, or the
 * separator is a quotation mark or line end.
 *
 * @example
 * ```ts
 * import { stringify } from "@std/csv";
 *
 * const text = stringify([{ user: 1, age: 24 }], { columns: ["user", "age"] });
 * if (text !== "user,age\r\n1,24\r\n") throw new Error("miswritten");
 * ```
 */
export function stringify(
  data: readonly DataItem[],
  options?: StringifyOptions,
): string {
  const { headers = true, separator = ",", columns = [], bom = false } =
    options ?? {};
  if (separator.includes('"') || separator.includes("\r\n")) {
    throw new TypeError(
      "Separator cannot include the following strings:\n" +
        '  - U+0022: Quotation mark (")\n' +
        "  - U+000D U+000A: Carriage Return + Line Feed (\\r\\n)",
    );
  }
  const sources = columns.map(toSource);
  const rows = data.map((item) => {
    if (sources.length > 0) return sources.map(({ way }) => follow(item, way));
    if (Array.isArray(item)) return item;
    throw new TypeError(
      "No property accessor function was provided for object",
    );
  });
  const header = headers && sources.length > 0
    ? [sources.map(({ name }) => name)]
    : [];
  return stringifyRecords(
    [...header, ...rows].map((row) => row.map(toText)),
    {
      bom,
      delimiter: separator,
      record_delimiter: "\r\n",
      quoted_match: "\n",
    },
  );
}

function toSource(column: Column): { name: string; way: PropertyAccessor[] } {
  const { prop, header } = typeof column === "object" && !Array.isArray(column)
    ? column
    : { prop: column, header: undefined };
  const way = Array.isArray(prop) ? prop : [prop];
  return { name: header ?? String(way.at(-1)), way };
}

function follow(item: DataItem, way: readonly PropertyAccessor[]): unknown {
  let value: unknown = item;
  for (const step of way) {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value) && typeof step !== "number") {
      throw new TypeError('Property accessor is not of type "number"');
    }
    value = (value as Record<PropertyAccessor, unknown>)[step];
  }
  return value;
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
