/** Ratings by ids, sorted by user and then movie, in whole stars. */
export interface RatingLines {
  readonly user: ArrayLike<number>;
  readonly movie: ArrayLike<number>;
  readonly stars: ArrayLike<number>;
  readonly time: ArrayLike<number>;
}

/**
 * Makes files of ratings, a tab-separated line each, out of one set of ratings:
 * each line is put into bytes once and then copied, as it stands in eight files.
 */
export class RatingWriter {
  readonly #bytes: Uint8Array;
  readonly #start: Int32Array;

  constructor({ user, movie, stars, time }: RatingLines) {
    const lines: string[] = [];
    const start = new Int32Array(user.length + 1);
    for (let entry = 0; entry < user.length; entry++) {
      const line = `${user[entry]}\t${movie[entry]}\t${stars[entry]}\t${
        time[entry]
      }\n`;
      lines.push(line);
      start[entry + 1] = start[entry] + line.length; // All ASCII
    }
    this.#bytes = new TextEncoder().encode(lines.join(""));
    this.#start = start;
  }

  /** A file of the ratings with these numbers, in this order. */
  write(entries: ArrayLike<number>): Uint8Array {
    const [from, start] = [this.#bytes, this.#start];
    let length = 0;
    for (let place = 0; place < entries.length; place++) {
      length += start[entries[place] + 1] - start[entries[place]];
    }
    const to = new Uint8Array(length);
    for (let place = 0, at = 0; place < entries.length;) {
      // Neighbours are copied in one go: in a split's files most lines have one.
      const first = entries[place];
      let end = first + 1;
      while (entries[++place] === end) end++;
      if (end - first > 1) {
        to.set(from.subarray(start[first], start[end]), at);
        at += start[end] - start[first];
      } else {
        for (let byte = start[first]; byte < start[end];) {
          to[at++] = from[byte++];
        }
      }
    }
    return to;
  }

  /** Two files, each in order: the ratings marked as test, and all others. */
  split(isTest: (entry: number) => boolean): {
    base: Uint8Array;
    test: Uint8Array;
  } {
    const base: number[] = [];
    const test: number[] = [];
    for (let entry = 0; entry < this.#start.length - 1; entry++) {
      (isTest(entry) ? test : base).push(entry);
    }
    return { base: this.write(base), test: this.write(test) };
  }
}
