import { explainRatingLine } from "./_explain_rating_line.ts";
import { largestId, latestSecond } from "./_rating_limits.ts";
import { refuseDuplicatePairs } from "./_refuse_duplicate_pairs.ts";

/** Options of {@linkcode parseRatings}. */
export interface ParseRatingsOptions {
  /** The file's name, for error messages. */
  readonly file: string;
  /**
   * What stands between two columns: one or more characters, without digits,
   * full stops and line breaks.
   *
   * @default "\t"
   */
  readonly separator?: string;
  /**
   * The lowest rating there is, in stars.
   *
   * @default 1
   */
  readonly lowest?: number;
  /**
   * The highest rating there is, in stars.
   *
   * @default 5
   */
  readonly highest?: number;
}

/** Ratings as four columns, one entry a rating, in the order of the file. */
export interface ParsedRatings {
  /** The user's id: a whole number from 1. */
  readonly user: Int32Array;
  /** The movie's id: a whole number from 1. */
  readonly movie: Int32Array;
  /** The rating, in stars. */
  readonly stars: Float32Array;
  /** When it was given, in seconds since 1970 began (UTC). */
  readonly time: Float64Array;
}

const [lineFeed, carriageReturn, point, zero, nine] = [10, 13, 46, 48, 57];

/**
 * Reads ratings, a line each (user id, movie id, stars, seconds since 1970),
 * from the bytes of a file, and refuses what is not a rating.
 *
 * Accepted besides: Windows line ends, a last line without line end, blank
 * lines at the end, a byte order mark, and fractions of stars such as 3.5.
 * There are no blank lines elsewhere, so entry `i` stands on line `i + 1`.
 *
 * @param bytes The file's content.
 * @param options The file's name, and what differs from `u.data`.
 * @returns The columns; ids as in the file.
 * @throws {SyntaxError} If a line has the wrong number of columns or something
 * that is no number, is blank, or repeats the user and movie of another line, or
 * if there is no rating at all.
 * @throws {RangeError} If an id, a rating or a time lies outside its range, or
 * an option makes no sense. Every message names file, line and value.
 *
 * @example Two ratings
 * ```ts
 * import { parseRatings } from "stacked-autoencoders";
 *
 * const bytes = new TextEncoder().encode("1\t31\t4\t881250949\n2\t31\t3.5\t881250950\n");
 * const { user, stars } = parseRatings(bytes, { file: "u.data" });
 * if (user.join() !== "1,2" || stars[1] !== 3.5) throw new Error("misread");
 * ```
 */
export function parseRatings(
  bytes: Uint8Array,
  options: ParseRatingsOptions,
): ParsedRatings {
  const { file, separator = "\t", lowest = 1, highest = 5 } = options;
  if (separator === "" || /[\d.\r\n]/.test(separator)) {
    throw new RangeError(
      `Cannot read ${file} as a separator must be one or more characters other than digits, full stops and line breaks: current value is ${
        JSON.stringify(separator)
      }`,
    );
  }
  if (
    !(Number.isFinite(lowest) && Number.isFinite(highest) && 0 <= lowest &&
      lowest < highest)
  ) {
    throw new RangeError(
      `Cannot read ${file} as lowest and highest must be finite, at least 0 and ascending: current values are ${lowest} and ${highest}`,
    );
  }
  const between = new TextEncoder().encode(separator);
  const [start, end] = trim(bytes);

  let capacity = start < end ? 1 : 0;
  for (let at = start; at < end; at++) if (bytes[at] === lineFeed) capacity++;
  const user = new Int32Array(capacity);
  const movie = new Int32Array(capacity);
  const stars = new Float32Array(capacity);
  const time = new Float64Array(capacity);

  // The fast way through: anything unexpected on a line sets `good` to false,
  // and a slower reading of that line finds the words for it.
  let at = start;
  let good = true;
  let fraction = 0; // Digits after the full stop of the number read last.

  function number(fractionAllowed: boolean): number {
    let value = 0;
    let digits = 0;
    let byte = bytes[at];
    for (; byte >= zero && byte <= nine; byte = bytes[++at]) {
      value = value * 10 + (byte - zero);
      digits++;
    }
    fraction = 0;
    if (fractionAllowed && byte === point && digits > 0) {
      byte = bytes[++at];
      for (; byte >= zero && byte <= nine; byte = bytes[++at]) {
        value = value * 10 + (byte - zero);
        fraction++;
      }
      if (fraction === 0) good = false;
    }
    // Up to 15 digits a whole number, and its quotient by a power of ten, are exact.
    if (digits === 0 || digits + fraction > 15) good = false;
    return value;
  }
  function pass(): void {
    for (const byte of between) if (bytes[at++] !== byte) good = false;
  }

  for (let entry = 0; entry < capacity; entry++) {
    const lineStart = at;
    const userId = number(false);
    pass();
    const movieId = number(false);
    pass();
    const digits = number(true);
    const rating = fraction === 0 ? digits : digits / 10 ** fraction;
    pass();
    const second = number(false);
    if (at < end && bytes[at] === carriageReturn) at++;
    if (at < end && bytes[at] !== lineFeed) good = false;
    at++;
    if (
      !good || userId < 1 || userId > largestId || movieId < 1 ||
      movieId > largestId || !(rating >= lowest && rating <= highest) ||
      second > latestSecond
    ) {
      const lineEnd = bytes.indexOf(lineFeed, lineStart);
      const line = bytes.subarray(
        lineStart,
        lineEnd < 0 ? end : Math.min(lineEnd, end),
      );
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(line);
      throw explainRatingLine(text, {
        file,
        line: entry + 1,
        separator,
        lowest,
        highest,
      });
    }
    user[entry] = userId;
    movie[entry] = movieId;
    stars[entry] = rating;
    time[entry] = second;
  }
  if (capacity === 0) {
    throw new SyntaxError(
      `Cannot read ${file} as it must hold at least one rating: the file is empty`,
    );
  }
  refuseDuplicatePairs(user, movie, file);
  return { user, movie, stars, time };
}

/** Where the ratings begin and end, without byte order mark and blank end. */
function trim(bytes: Uint8Array): [start: number, end: number] {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const start = marked ? 3 : 0;
  let end = bytes.length;
  while (
    end > start &&
    (bytes[end - 1] === lineFeed || bytes[end - 1] === carriageReturn)
  ) end--;
  return [start, end];
}
