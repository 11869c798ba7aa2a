/** What {@linkcode table} needs of a data frame; a polars `DataFrame` has it. */
export interface FrameLike {
  /** Names of the columns. */
  readonly columns: readonly string[];
  /** Number of rows. */
  readonly height: number;
  /** The first rows. */
  head(length?: number): { toRecords(): Record<string, unknown>[] };
}
