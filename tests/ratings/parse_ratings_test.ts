import assert from "node:assert/strict";
import fc from "fast-check";
import { parseRatings } from "../../lib/ratings/parse_ratings.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options = {}) =>
  parseRatings(bytesOf(text), { file: "u.data", ...options });

function refuses(text: string, kind: ErrorConstructor, message: string) {
  assert.throws(() => read(text), (error: unknown) => {
    assert(error instanceof kind, `${error} is no ${kind.name}`);
    assert.equal(error.message, message);
    return true;
  });
}

Deno.test("parseRatings() reads ids, stars and times when given u.data's format", () => {
  // Three lines written by hand in the format of MovieLens 100K's README.
  const ratings = read(
    "196\t242\t3\t881250949\n186\t302\t1\t0\n22\t377\t5\t12\n",
  );
  assert.deepEqual(ratings, {
    user: Int32Array.of(196, 186, 22),
    movie: Int32Array.of(242, 302, 377),
    stars: Float32Array.of(3, 1, 5),
    time: Float64Array.of(881250949, 0, 12),
  });
});

Deno.test("parseRatings() accepts what other tools write", async (test) => {
  const expected = read("1\t2\t3\t4\n5\t6\t3\t7\n");
  const texts = {
    "CRLF": "1\t2\t3\t4\r\n5\t6\t3\t7\r\n",
    "no final newline": "1\t2\t3\t4\n5\t6\t3\t7",
    "CRLF without a final one": "1\t2\t3\t4\r\n5\t6\t3\t7",
    "a UTF-8 byte order mark": "\ufeff1\t2\t3\t4\n5\t6\t3\t7\n",
    "blank lines at the end": "1\t2\t3\t4\n5\t6\t3\t7\n\n\r\n\n",
    "whole stars with a fraction": "1\t2\t3.0\t4\n5\t6\t3.00\t7\n",
  };
  for (const [name, text] of Object.entries(texts)) {
    await test.step(name, () => assert.deepEqual(read(text), expected));
  }
});

Deno.test("parseRatings() reads fractions of stars when there are half stars", () => {
  const text = "1,2,3.5,4\n1,3,0.5,4\n1,4,4.25,4\n";
  const { stars } = read(text, { separator: ",", lowest: 0.5 });
  assert.deepEqual([...stars], [3.5, 0.5, 4.25]);
});

Deno.test("parseRatings() splits at the whole separator when it has several characters", () => {
  const { user, movie, stars, time } = read("1::1193::5::978300760\n", {
    separator: "::",
  });
  assert.deepEqual([user[0], movie[0], stars[0], time[0]], [
    1,
    1193,
    5,
    978300760,
  ]);
  assert.throws(() => read("1:1193:5:978300760\n", { separator: "::" }), {
    name: "SyntaxError",
    message:
      /u\.data, line 1, as a rating has 4 columns .* current value has 1/,
  });
});

Deno.test("parseRatings() names file, line and value when a line is no rating", async (test) => {
  const good = "1\t1\t3\t4\n";
  const idRange =
    "must be a whole number from 1 to 2147483647: current value is";
  const starRange = "as stars must be a number from 1 to 5: current value is";
  const columns =
    'Cannot read u.data, line 2, as a rating has 4 columns (user, movie, stars, time) separated by "\\t": current value has';
  const cases: [string, string, ErrorConstructor, string][] = [
    ["too few columns", "1\t2\t3", SyntaxError, `${columns} 3: "1\\t2\\t3"`],
    [
      "too many columns",
      "1\t2\t3\t4\t5",
      SyntaxError,
      `${columns} 5: "1\\t2\\t3\\t4\\t5"`,
    ],
    ["other separator", "1|2|3|4", SyntaxError, `${columns} 1: "1|2|3|4"`],
    [
      "user id not a number",
      "x7\t2\t3\t4",
      SyntaxError,
      `Cannot read u.data, line 2, as a user id ${idRange} "x7"`,
    ],
    [
      "user id empty",
      "\t2\t3\t4",
      SyntaxError,
      `Cannot read u.data, line 2, as a user id ${idRange} ""`,
    ],
    [
      "user id with a blank",
      " 1\t2\t3\t4",
      SyntaxError,
      `Cannot read u.data, line 2, as a user id ${idRange} " 1"`,
    ],
    [
      "movie id with a fraction",
      "1\t2.5\t3\t4",
      SyntaxError,
      `Cannot read u.data, line 2, as a movie id ${idRange} "2.5"`,
    ],
    [
      "user id 0",
      "0\t2\t3\t4",
      RangeError,
      `Cannot read u.data, line 2, as a user id ${idRange} "0"`,
    ],
    [
      "movie id 0",
      "1\t0\t3\t4",
      RangeError,
      `Cannot read u.data, line 2, as a movie id ${idRange} "0"`,
    ],
    [
      "movie id negative",
      "1\t-2\t3\t4",
      RangeError,
      `Cannot read u.data, line 2, as a movie id ${idRange} "-2"`,
    ],
    [
      "user id too big",
      "2147483648\t2\t3\t4",
      RangeError,
      `Cannot read u.data, line 2, as a user id ${idRange} "2147483648"`,
    ],
    [
      "user id far too big",
      `${"9".repeat(30)}\t2\t3\t4`,
      RangeError,
      `Cannot read u.data, line 2, as a user id ${idRange} "${"9".repeat(30)}"`,
    ],
    [
      "rating 0",
      "1\t2\t0\t4",
      RangeError,
      `Cannot read u.data, line 2, ${starRange} "0"`,
    ],
    [
      "rating 6",
      "1\t2\t6\t4",
      RangeError,
      `Cannot read u.data, line 2, ${starRange} "6"`,
    ],
    [
      "rating just above 5",
      "1\t2\t5.01\t4",
      RangeError,
      `Cannot read u.data, line 2, ${starRange} "5.01"`,
    ],
    [
      "rating -1",
      "1\t2\t-1\t4",
      RangeError,
      `Cannot read u.data, line 2, ${starRange} "-1"`,
    ],
    [
      "rating NaN",
      "1\t2\tNaN\t4",
      RangeError,
      `Cannot read u.data, line 2, ${starRange} "NaN"`,
    ],
    [
      "rating Infinity",
      "1\t2\tInfinity\t4",
      RangeError,
      `Cannot read u.data, line 2, ${starRange} "Infinity"`,
    ],
    [
      "rating not a number",
      "1\t2\tgood\t4",
      SyntaxError,
      `Cannot read u.data, line 2, ${starRange} "good"`,
    ],
    [
      "rating empty",
      "1\t2\t\t4",
      SyntaxError,
      `Cannot read u.data, line 2, ${starRange} ""`,
    ],
    [
      "rating half written",
      "1\t2\t3.\t4",
      SyntaxError,
      `Cannot read u.data, line 2, ${starRange} "3."`,
    ],
    [
      "rating with an exponent",
      "1\t2\t3e0\t4",
      SyntaxError,
      `Cannot read u.data, line 2, ${starRange} "3e0"`,
    ],
    [
      "time not a number",
      "1\t2\t3\t1997-09-20",
      SyntaxError,
      'Cannot read u.data, line 2, as a time must be a whole number of seconds from 0 to 8640000000000: current value is "1997-09-20"',
    ],
    [
      "time negative",
      "1\t2\t3\t-5",
      RangeError,
      'Cannot read u.data, line 2, as a time must be a whole number of seconds from 0 to 8640000000000: current value is "-5"',
    ],
    [
      "time beyond every date",
      "1\t2\t3\t8640000000001",
      RangeError,
      'Cannot read u.data, line 2, as a time must be a whole number of seconds from 0 to 8640000000000: current value is "8640000000001"',
    ],
    [
      "time empty",
      "1\t2\t3\t",
      SyntaxError,
      'Cannot read u.data, line 2, as a time must be a whole number of seconds from 0 to 8640000000000: current value is ""',
    ],
    [
      "blank line in the middle",
      "\n1\t2\t3\t4",
      SyntaxError,
      'Cannot read u.data, line 2, as blank lines may stand only at the end: current value is ""',
    ],
    [
      "byte order mark in the middle",
      "\ufeff1\t2\t3\t4",
      SyntaxError,
      `Cannot read u.data, line 2, as a user id ${idRange} "\ufeff1"`,
    ],
    [
      "old Macintosh line ends",
      "1\t2\t3\t4\r5\t6\t3\t4",
      SyntaxError,
      `${columns} 7: "1\\t2\\t3\\t4\\r5\\t6\\t3\\t4"`,
    ],
    [
      "the same pair twice",
      "9\t9\t3\t4\n1\t1\t5\t6",
      SyntaxError,
      "Cannot read u.data, line 3, as a user rates a movie once: user 1 rates movie 1 on line 1 and on line 3",
    ],
  ];
  for (const [name, line, kind, message] of cases) {
    await test.step(name, () => {
      refuses(`${good}${line}\n`, kind, message);
      refuses(`${good}${line}\r\n`, kind, message);
      refuses(`${good}${line}\n7\t7\t1\t1\n`, kind, message);
    });
  }
});

Deno.test("parseRatings() refuses a file without ratings", async (test) => {
  for (const text of ["", "\n", "\r\n\n", "\ufeff", "\ufeff\n"]) {
    await test.step(JSON.stringify(text), () => {
      refuses(
        text,
        SyntaxError,
        "Cannot read u.data as it must hold at least one rating: the file is empty",
      );
    });
  }
});

Deno.test("parseRatings() refuses options that make no sense", () => {
  for (const separator of ["", "1", ".", "\n", "a\r"]) {
    assert.throws(() => read("1\t2\t3\t4", { separator }), {
      name: "RangeError",
      message: /as a separator must be .* current value is "/,
    });
  }
  for (
    const scale of [{ lowest: 5, highest: 5 }, { lowest: NaN }, {
      highest: Infinity,
    }, { lowest: -1 }]
  ) {
    assert.throws(() => read("1\t2\t3\t4", scale), {
      name: "RangeError",
      message: /lowest and highest must be/,
    });
  }
});

const rating = fc.record({
  user: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  movie: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  halfStars: fc.integer({ min: 2, max: 10 }),
  time: fc.integer({ min: 0, max: 8.64e12 }),
});

Deno.test("parseRatings() gives back what was written, for any ratings", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(rating, {
        minLength: 1,
        selector: ({ user, movie }) => `${user} ${movie}`,
      }),
      fc.constantFrom("\t", "::", ",", " | "),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      (ratings, separator, lineEnd, ended) => {
        const text =
          ratings.map(({ user, movie, halfStars, time }) =>
            [user, movie, halfStars / 2, time].join(separator)
          ).join(lineEnd) + (ended ? lineEnd : "");
        const read = parseRatings(bytesOf(text), { file: "f", separator });
        assert.deepEqual([...read.user], ratings.map(({ user }) => user));
        assert.deepEqual([...read.movie], ratings.map(({ movie }) => movie));
        assert.deepEqual([...read.stars], ratings.map((r) => r.halfStars / 2));
        assert.deepEqual([...read.time], ratings.map(({ time }) => time));
      },
    ),
  );
});

// Noise that is nearly a rating finds more than pure noise does.
const nearly = fc.array(
  fc.constantFrom(..."0123459.\t\t\t\t\n\r- +eN\ufeff"),
  { maxLength: 60 },
).map((characters) => bytesOf(characters.join("")));
const fields = fc.array(
  fc.array(
    fc.constantFrom("1", "2", "5", "0", "3.5", "1e0", "x", "", "00001", "6"),
    {
      minLength: 3,
      maxLength: 5,
    },
  ).map((columns) => columns.join("\t")),
  { maxLength: 4 },
).map((lines) => bytesOf(lines.join("\n")));

Deno.test("parseRatings() reads or refuses with a named error, whatever the bytes", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 80 }), nearly, fields),
      (bytes) => {
        let ratings;
        try {
          ratings = parseRatings(bytes, { file: "noise" });
        } catch (error) {
          assert(error instanceof SyntaxError || error instanceof RangeError);
          assert.match(
            error.message,
            /^Cannot read noise(, line \d+,)? as .+: /s,
          );
          // A time that is fine must not be blamed for what the fast pass refused.
          const [, blamed] = error.message.match(/a time must .* "(\d+)"$/) ??
            [];
          assert(blamed === undefined || +blamed > 8.64e12, error.message);
          return;
        }
        const { user, movie, stars, time } = ratings;
        assert(user.length > 0);
        for (let entry = 0; entry < user.length; entry++) {
          assert(user[entry] >= 1 && movie[entry] >= 1);
          assert(stars[entry] >= 1 && stars[entry] <= 5);
          assert(time[entry] >= 0 && Number.isInteger(time[entry]));
        }
        // What is accepted is really there: an independent reading agrees.
        const lines = new TextDecoder().decode(bytes).trimEnd().split(/\r?\n/);
        assert.equal(lines.length, user.length);
        lines.forEach((line, entry) =>
          assert.deepEqual(
            line.split("\t").map(Number),
            [user[entry], movie[entry], stars[entry], time[entry]],
          )
        );
      },
    ),
    { numRuns: 2000 },
  );
});

Deno.test("parseRatings() takes well under a second for 100 000 lines", () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, line) =>
      `${line % 943 + 1}\t${(line / 943 | 0) + 1}\t${line % 5 + 1}\t${
        881250949 + line
      }`,
  );
  const bytes = bytesOf(lines.join("\n"));
  const began = performance.now();
  const { user } = parseRatings(bytes, { file: "u.data" });
  assert.equal(user.length, 100_000);
  // 13 ms on two slow cores; the bound only catches an accident such as O(n²).
  assert(performance.now() - began < 1000);
});
