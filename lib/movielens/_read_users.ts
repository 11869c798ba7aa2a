import { readId, readRows } from "./_read_rows.ts";
import type { ReleaseFiles } from "./release_files.ts";

/** What `u.user` says of a user. */
export interface UserRow {
  readonly user: number;
  /** In years. */
  readonly age: number;
  /** "F" or "M": the data set knows no others. */
  readonly gender: string;
  readonly occupation: string;
  /** The zip code; not always a number (Canada's are not). */
  readonly zip: string;
}

/** Reads `u.user`: id, age, gender, occupation, zip code. */
export function readUsers(
  files: ReleaseFiles,
  occupations: readonly string[],
): UserRow[] {
  const { rows, refusal } = readRows(files, "u.user", 5);
  const earlier = new Map<number, number>();
  return rows.map(([id, age, gender, occupation, zip], row) => {
    const user = readId(id, { row, what: "user", earlier, refusal });
    if (!/^\d{1,3}$/.test(age)) {
      throw refusal(row, "an age must be a whole number of years", age);
    }
    if (gender !== "F" && gender !== "M") {
      throw refusal(row, "a gender must be F or M", gender);
    }
    if (!occupations.includes(occupation)) {
      throw refusal(
        row,
        `an occupation must be in ${files.label("u.occupation")}`,
        occupation,
      );
    }
    return { user, age: Number(age), gender, occupation, zip };
  });
}
