import { largestId, latestSecond } from "./_rating_limits.ts";

/** Where a line stands and what is allowed on it. */
interface LineContext {
  file: string;
  line: number;
  separator: string;
  lowest: number;
  highest: number;
}

/**
 * The error for a line that is known to be no rating: it finds the first column
 * that is wrong, and the words for it.
 */
export function explainRatingLine(text: string, context: LineContext): Error {
  const { file, line, separator, lowest, highest } = context;
  const where = `Cannot read ${file}, line ${line},`;
  const content = text.endsWith("\r") ? text.slice(0, -1) : text;
  if (content === "") {
    return new SyntaxError(
      `${where} as blank lines may stand only at the end: current value is ""`,
    );
  }
  const columns = content.split(separator);
  if (columns.length !== 4) {
    return new SyntaxError(
      `${where} as a rating has 4 columns (user, movie, stars, time) separated by ${
        JSON.stringify(separator)
      }: current value has ${columns.length}: ${quote(content)}`,
    );
  }
  const [user, movie, stars, time] = columns;
  const wholeNumber = /^[+-]?\d+$/;
  for (const [what, id] of [["user", user], ["movie", movie]]) {
    if (/^\d{1,15}$/.test(id) && +id >= 1 && +id <= largestId) continue;
    return new (wholeNumber.test(id) ? RangeError : SyntaxError)(
      `${where} as a ${what} id must be a whole number from 1 to ${largestId}: current value is ${
        quote(id)
      }`,
    );
  }
  const isPlain = /^\d+(\.\d+)?$/.test(stars) &&
    stars.replace(".", "").length <= 15;
  const inScale = +stars >= lowest && +stars <= highest;
  if (!isPlain || !inScale) {
    const isNumber = stars.trim() !== "" && !Number.isNaN(+stars) ||
      /^[+-]?nan$/i.test(stars);
    return new (isNumber && !inScale ? RangeError : SyntaxError)(
      `${where} as stars must be a number from ${lowest} to ${highest}: current value is ${
        quote(stars)
      }`,
    );
  }
  return new (wholeNumber.test(time) ? RangeError : SyntaxError)(
    `${where} as a time must be a whole number of seconds from 0 to ${latestSecond}: current value is ${
      quote(time)
    }`,
  );
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
