import { parse } from "@std/csv";
import type { OwnRatings } from "../recommend/fold_in.ts";
import type { Films } from "./films.ts";
import {
  collectRatings,
  type OwnRatingsOptions,
  type WrittenRating,
} from "./own_ratings.ts";

/** Options of {@linkcode parseOwnRatings}. */
export interface ParseOwnRatingsOptions extends OwnRatingsOptions {
  /**
   * The file's name, for messages.
   * @default {"the ratings"}
   */
  readonly file?: string;
}

/** What a first line may call its two columns. */
const header = [
  /^(film|movie|title|id|movie ?id)$/i,
  /^(stars?|ratings?|score)$/i,
];

/**
 * Reads ratings of your own from comma-separated text: a film by title or id,
 * then its stars, a film a line. A title with a comma needs quotation marks. The
 * first line may name the columns, as in `title,stars`; blank lines are skipped.
 *
 * @param films The films that can be rated.
 * @param text The text of the file.
 * @param options The file's name, and the scale.
 * @returns The ratings, for `foldIn`.
 * @throws {SyntaxError} If a line is not a film and its stars, or there is none.
 * @throws {RangeError} If a film is unknown, ambiguous or rated twice, or its
 * stars lie outside the scale. All messages name the file and the line.
 *
 * @example
 * ```ts
 * import { Films, loadMovieLens, parseOwnRatings } from "stacked-autoencoders";
 *
 * const films = new Films(await loadMovieLens("synthetic-100k", { quiet: true }));
 * const mine = parseOwnRatings(films, `title,stars\n"${films.titles[7]}",4.5\n3,2\n`);
 * if (Array.from(mine.stars).join() !== "4.5,2") throw new Error("misread");
 * ```
 */
export function parseOwnRatings(
  films: Films,
  text: string,
  options: ParseOwnRatingsOptions = {},
): OwnRatings {
  const { file = "the ratings", scale } = options;
  const written: WrittenRating[] = [];
  // Line by line: no title has a line break, and errors can name the line.
  text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const where = `Cannot read ${file}, line ${index + 1},`;
    const fields = readFields(line, where);
    const isHeader = index === 0 &&
      header.every((name, at) => name.test(fields[at]));
    if (isHeader) return;
    const [film, stars] = fields;
    if (stars === "" || !Number.isFinite(Number(stars))) {
      throw new SyntaxError(
        `${where} as stars must be a number: current value is ${
          JSON.stringify(stars)
        }`,
      );
    }
    written.push({ film, stars: Number(stars), where });
  });
  if (written.length === 0) {
    throw new SyntaxError(
      `Cannot read ${file} as it must hold at least one rating, such as "Star Wars (1977)",5: current number is 0`,
    );
  }
  return collectRatings(films, written, scale);
}

/** The film and its stars. */
function readFields(line: string, where: string): string[] {
  let fields: string[];
  try {
    fields = parse(line, { trimLeadingSpace: true })[0];
  } catch (cause) {
    throw new SyntaxError(
      `${where} as quotation marks must stand around a whole title: current value is ${line.trim()}`,
      { cause },
    );
  }
  if (fields.length !== 2) {
    const cure = fields.length > 2
      ? `a title with a comma needs quotation marks, as in "Godfather, The",5`
      : /[;\t]/.test(line)
      ? "separate them by a comma, not by a semicolon or a tab"
      : `for example "Star Wars (1977)",5`;
    throw new SyntaxError(
      `${where} as it must be a film and its stars: current number of fields is ${fields.length}; ${cure}`,
    );
  }
  return fields.map((field) => field.trim());
}
