import { readRows } from "./_read_rows.ts";
import type { ReleaseFiles } from "./release_files.ts";

/** The genres of `u.genre` ("Action|1"), in the order of `u.item`'s columns. */
export function readGenres(files: ReleaseFiles): string[] {
  const { rows, refusal } = readRows(files, "u.genre", 2);
  return rows.map(([name, number], row) => {
    if (number !== String(row)) {
      throw refusal(
        row,
        `genres must be numbered from 0 and this is genre ${row}`,
        number,
      );
    }
    return name;
  });
}

/** The occupations of `u.occupation`, one a line. */
export function readOccupations(files: ReleaseFiles): string[] {
  return readRows(files, "u.occupation", 1).rows.map(([name]) => name);
}
