import { filesFrom } from "../../lib/movielens/release_files.ts";
import { MovieLens } from "../../lib/movielens/movielens.ts";

/** Two users, three movies, four ratings: written by hand in ML-100K's formats. */
export const tiny: Readonly<Record<string, string>> = {
  "u.data": "1\t1\t4\t881250949\n2\t1\t5\t881250950\n1\t3\t2\t0\n2\t2\t1\t9\n",
  "u.genre": "unknown|0\nComedy|1\nDrama|2\n\n",
  "u.occupation": "librarian\nnone\n",
  "u.user": "1|24|F|librarian|85711\n2|53|M|none|T8H1N\n",
  "u.item": [
    "1|Café Moon (1995)|01-Jan-1995||http://example.org/1|0|1|1",
    "2|Untitled|||x|1|0|0",
    "3|Tin Duckling, The (1996) (V)|29-Feb-1996|||0|0|1",
    "",
  ].join("\n"),
  "u1.base": "1\t1\t4\t881250949\n2\t1\t5\t881250950\n",
  "u1.test": "1\t3\t2\t0\n2\t2\t1\t9\n",
};

/** Bytes in Latin-1, as MovieLens's own files are. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The tiny release with some files changed, or left out by `undefined`. */
export function tinyFiles(
  changes: Readonly<Record<string, string | undefined>> = {},
): Map<string, Uint8Array<ArrayBuffer>> {
  return new Map(
    Object.entries({ ...tiny, ...changes })
      .filter((entry): entry is [string, string] => entry[1] !== undefined)
      .map(([name, text]) => [name, latin1(text)]),
  );
}

/** Reads it. */
export function readTiny(
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<MovieLens> {
  return MovieLens.read(filesFrom(tinyFiles(changes), "tiny"), {
    name: "tiny",
    title: "Tiny",
    source: "dir",
    citation: "none",
  });
}
