/** How the files of a split are read. */
export interface SplitOptions {
  /**
   * Whether the first rating of each file is taken for a header and lost, as in
   * the deck's script, whose `read_csv` was not told that there is none.
   * @default {false}
   */
  readonly dropHeaderRow?: boolean;
}
