/**
 * `parse` and `stringify` with the signatures and behaviour of
 * `jsr:@std/csv@^1`, for machines that cannot reach JSR. Import them from
 * "@std/csv": `deno.json` maps that name to this file, and mapping it to the
 * package itself changes nothing else.
 *
 * Two things differ, both only with `lazyQuotes`: a field that begins with a
 * quotation mark must be quoted properly or keeps its marks, and a quotation
 * that never ends is an error. The wording of errors about quotation marks names
 * the line but not the column.
 */
export {
  parse,
  type ParseOptions,
  type ParseResult,
  type RecordWithColumn,
} from "./_csv_parse.ts";
export {
  type Column,
  type ColumnDetails,
  type DataItem,
  type PropertyAccessor,
  stringify,
  type StringifyOptions,
} from "./_csv_stringify.ts";
