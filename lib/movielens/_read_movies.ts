import { readId, readRows } from "./_read_rows.ts";
import type { ReleaseFiles } from "./release_files.ts";

/** What `u.item` says of a movie. */
export interface MovieRow {
  readonly movie: number;
  readonly title: string;
  /** From the title: "Toy Story (1995)". */
  readonly year: number | null;
  readonly released: Date | null;
  readonly imdb: string | null;
  readonly genres: readonly string[];
}

/**
 * Reads `u.item`: id, title, release date, video release date (always empty, and
 * left out here), IMDb link, and a 0 or 1 for each genre.
 */
export function readMovies(
  files: ReleaseFiles,
  genres: readonly string[],
): MovieRow[] {
  const { rows, refusal } = readRows(files, "u.item", 5 + genres.length);
  const earlier = new Map<number, number>();
  return rows.map(([id, title, released, _video, imdb, ...flags], row) => {
    const movie = readId(id, { row, what: "movie", earlier, refusal });
    if (title.trim() === "") {
      throw refusal(row, "a movie must have a title", title);
    }
    const date = readDate(released);
    if (date === undefined) {
      throw refusal(
        row,
        "a release date must be empty or look like 01-Jan-1995",
        released,
      );
    }
    for (const flag of flags) {
      if (flag !== "0" && flag !== "1") {
        throw refusal(row, "a genre must be marked by 0 or 1", flag);
      }
    }
    // "(1995)" ends the title, but for a few with something after it: "(1995) (V)".
    const year = title.match(/\((\d{4})\)(?!.*\(\d{4}\))/)?.[1];
    return {
      movie,
      title: title.trim(),
      year: year === undefined ? null : Number(year),
      released: date,
      imdb: imdb === "" ? null : imdb,
      genres: genres.filter((_, genre) => flags[genre] === "1"),
    };
  });
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The day, in UTC; `null` for an empty text, `undefined` for a bad one. */
function readDate(text: string): Date | null | undefined {
  if (text === "") return null;
  const [, day, name, year] =
    text.match(/^(\d{1,2})-([A-Z][a-z]{2})-(\d{4})$/) ?? [];
  const month = months.indexOf(name);
  if (month < 0) return undefined;
  const date = new Date(Date.UTC(Number(year), month, Number(day)));
  // The 31st of a short month would become the 1st of the next.
  return date.getUTCDate() === Number(day) ? date : undefined;
}
