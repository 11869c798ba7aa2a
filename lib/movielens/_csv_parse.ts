import { CsvError, parse as parseRecords } from "csv-parse/sync";

/** Options of {@linkcode parse}. */
export interface ParseOptions {
  /**
   * What stands between two fields.
   *
   * @default ","
   */
  separator?: string;
  /** The character with which a line to be skipped begins; none by default. */
  comment?: string;
  /**
   * Whether to drop white space at the beginning of fields.
   *
   * @default false
   */
  trimLeadingSpace?: boolean;
  /**
   * Whether a quotation mark may stand inside a field that is not quoted.
   *
   * @default false
   */
  lazyQuotes?: boolean;
  /**
   * The number of fields that each record must have; 0 for as many as the first
   * record. Not checked if negative or absent.
   */
  fieldsPerRecord?: number;
  /**
   * Whether to skip the first record. Without `columns` its fields name the
   * columns.
   *
   * @default false
   */
  skipFirstRow?: boolean;
  /** The names of the columns. */
  columns?: readonly string[];
}

/** What {@linkcode parse} gives: objects if columns have names, else arrays. */
export type ParseResult<Options, T> = T extends
  Options & { columns: readonly (infer C extends string)[] }
  ? RecordWithColumn<C>[]
  : T extends Options & { skipFirstRow: true } ? Record<string, string>[]
  : T extends
    Options & { columns?: undefined; skipFirstRow?: false | undefined }
    ? string[][]
  : Record<string, string>[] | string[][];

/** A record with the columns `C`. */
export type RecordWithColumn<C extends string> = string extends C
  ? Record<string, string>
  : Record<C, string>;

/**
 * Parses comma-separated values. Blank lines are skipped, and so is a byte
 * order mark.
 *
 * @param input The text.
 * @returns A list of fields for each record.
 * @throws {SyntaxError} If quotation marks or the number of fields are wrong.
 *
 * @example
 * ```ts
 * import { parse } from "@std/csv";
 *
 * const [, user] = parse("user,age\n1,24\n");
 * if (user[1] !== "24") throw new Error("misread");
 * ```
 */
export function parse(input: string): string[][];
/**
 * Parses comma-separated values by options.
 *
 * @param input The text.
 * @param options What the text looks like, and the names of columns.
 * @returns An object for each record if columns have names, else a list.
 * @throws {SyntaxError} If quotation marks or the number of fields are wrong.
 *
 * @example
 * ```ts
 * import { parse } from "@std/csv";
 *
 * const [user] = parse("1|24", { separator: "|", columns: ["user", "age"] });
 * if (user.age !== "24") throw new Error("misread");
 * ```
 */
export function parse<const T extends ParseOptions>(
  input: string,
  options: T,
): ParseResult<ParseOptions, T>;
export function parse<const T extends ParseOptions>(
  input: string,
  options?: T,
): ParseResult<ParseOptions, T> {
  const { fieldsPerRecord = -1, skipFirstRow = false, columns } = options ??
    {} as ParseOptions;
  const records = readRecords(input, options ?? {});

  let expected = fieldsPerRecord;
  for (const { record, info } of records) {
    if (expected === 0) expected = record.length;
    if (expected > 0 && record.length !== expected) {
      throw new SyntaxError(
        `record on line ${info.lines}: wrong number of fields`,
      );
    }
  }
  const rows = records.map(({ record }) => record);
  if (!skipFirstRow && !columns) return rows as ParseResult<ParseOptions, T>;

  const first = skipFirstRow ? rows.shift() : undefined;
  const names = columns ?? first;
  if (skipFirstRow && !first || !names) {
    throw new TypeError("Headers must be defined");
  }
  return rows.map((row, index) => {
    if (row.length !== names.length) {
      throw new Error(
        `Syntax error on line ${
          index + (skipFirstRow ? 2 : 1)
        }: The record has ${row.length} fields, but the header has ${names.length} fields`,
      );
    }
    return Object.fromEntries(names.map((name, at) => [name, row[at]]));
  }) as ParseResult<ParseOptions, T>;
}

function readRecords(
  input: string,
  {
    separator = ",",
    comment,
    trimLeadingSpace = false,
    lazyQuotes = false,
  }: ParseOptions,
) {
  const forbidden = ["\r", "\n", '"'];
  if (
    forbidden.includes(separator) || separator === comment ||
    comment !== undefined && forbidden.includes(comment)
  ) throw new Error("Invalid Delimiter");
  try {
    return parseRecords(
      // Every line end counts as \n, even inside quotation marks.
      input.replace(/^\ufeff/, "").replaceAll("\r\n", "\n").replace(/\r$/, ""),
      {
        delimiter: separator,
        record_delimiter: "\n",
        comment: comment ?? null,
        comment_no_infix: true,
        ltrim: trimLeadingSpace,
        relax_quotes: lazyQuotes,
        relax_column_count: true,
        skip_empty_lines: true,
        info: true,
      },
    ) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const what = error.code === "INVALID_OPENING_QUOTE"
      ? 'bare " in non-quoted-field'
      : 'extraneous or missing " in quoted-field';
    throw new SyntaxError(`Syntax error on line ${error.lines}: ${what}`, {
      cause: error,
    });
  }
}
