import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { SplitOptions } from "stacked-autoencoders/core";
import { readTiny, tiny } from "./_tiny_release.ts";

Deno.test("MovieLens.read() gives tables with names and types", async () => {
  const { ratings, movies, users, ...rest } = await readTiny();
  assert.equal(ratings.height, 4);
  assert.deepEqual(ratings.toRecords()[0], {
    user: 1,
    movie: 1,
    stars: 4,
    time: new Date("1997-12-04T15:55:49Z"), // date -u -d @881250949
  });
  assert.deepEqual(movies.toRecords(), [
    {
      movie: 1,
      title: "Café Moon (1995)",
      year: 1995,
      released: new Date("1995-01-01"),
      imdb: "http://example.org/1",
      genres: ["Comedy", "Drama"],
    },
    {
      movie: 2,
      title: "Untitled",
      year: null,
      released: null,
      imdb: "x",
      genres: ["unknown"],
    },
    {
      movie: 3,
      title: "Tin Duckling, The (1996) (V)",
      year: 1996,
      released: new Date("1996-02-29"),
      imdb: null,
      genres: ["Drama"],
    },
  ]);
  assert.deepEqual(users.toRecords(), [
    { user: 1, age: 24, gender: "F", occupation: "librarian", zip: "85711" },
    { user: 2, age: 53, gender: "M", occupation: "none", zip: "T8H1N" },
  ]);
  assert.deepEqual(rest.genres, ["unknown", "Comedy", "Drama"]);
  assert.deepEqual(rest.occupations, ["librarian", "none"]);
  assert.equal(
    rest.fingerprint,
    createHash("sha256").update(tiny["u.data"]).digest("hex"),
  );
});

Deno.test("MovieLens.matrix() has the tables' rows as rows and columns", async () => {
  // Ids far from 1 and out of order: rows follow the table, not the id.
  const movielens = await readTiny({
    "u.data": "70\t9\t4\t1\n5\t1\t2\t2\n",
    "u.user": "70|24|F|none|85711\n5|53|M|none|T8H1N\n",
    "u.item": "9|A (1995)||||0|1|0\n1|B (1996)||||0|1|0\n",
  });
  const matrix = movielens.matrix();
  assert.equal(matrix.get(0, 0), 4);
  assert.equal(matrix.get(1, 1), 2);
  assert.equal(matrix.size, 2);
  assert.deepEqual([...movielens.userIds], [70, 5]);
  assert.deepEqual([...movielens.movieIds], [9, 1]);
  assert.equal(String(movielens), "Tiny: 2 ratings by 2 users of 2 movies");
});

Deno.test("MovieLens.split() gives matrices of the whole data set's shape", async () => {
  const movielens = await readTiny();
  const { train, test } = movielens.split("u1");
  assert.deepEqual([train.users, train.movies, train.size], [2, 3, 2]);
  assert.deepEqual([test.users, test.movies, test.size], [2, 3, 2]);
  assert.equal(test.get(0, 2), 2);
  assert.equal(movielens.split("u1"), movielens.split("u1"), "read once");
  assert.throws(() => movielens.split("u6"), {
    name: "RangeError",
    message:
      'Cannot split Tiny as the split must be one of u1, u2, u3, u4, u5, ua, ub: current value is "u6"',
  });
  assert.throws(() => movielens.split("u2"), {
    name: "NotFound",
    message: /^Cannot read tiny\/u2\.base as the file must be there: /,
  });
});

Deno.test("MovieLens.split() loses the first line of each file when dropHeaderRow is asked for", async () => {
  const movielens = await readTiny();
  const { train, test } = movielens.split("u1", { dropHeaderRow: true });
  // The first lines are user 1's, who then has no rating; the shape stays.
  assert.deepEqual([train.users, train.movies, train.size], [2, 3, 1]);
  assert.deepEqual([train.get(0, 0), train.get(1, 0)], [undefined, 5]);
  assert.deepEqual([test.size, test.get(1, 1)], [1, 1]);
  // Neither way of reading takes the other's place.
  assert.equal(movielens.split("u1").train.size, 2);
  assert.equal(movielens.split("u1", {}), movielens.split("u1"));
  assert.equal(movielens.split("u1", { dropHeaderRow: true }).train, train);
});

Deno.test("MovieLens.split() names the file's own line when dropHeaderRow is asked for", async () => {
  const options = { dropHeaderRow: true };
  const inTrain = await readTiny({ "u1.test": "1\t3\t2\t0\n2\t1\t5\t3\n" });
  assert.throws(() => inTrain.split("u1", options), {
    name: "RangeError",
    message: /u1\.test, line 2, as a test rating must not be in/,
  });
  const unknown = await readTiny({ "u1.base": "1\t1\t4\t0\n9\t1\t4\t0\n" });
  assert.throws(() => unknown.split("u1", options), {
    message: /u1\.base, line 2, as a user must be in .*: current value is 9$/,
  });
});

Deno.test("MovieLens.split() refuses options that make no sense or do not exist, by name", async () => {
  const movielens = await readTiny();
  assert.throws(
    () => movielens.split("u1", { dropHeader: true } as SplitOptions),
    { name: "TypeError", message: /unknown option of split.*is dropHeader$/ },
  );
  assert.throws(
    () => movielens.split("u1", { dropHeaderRow: 1 } as object),
    {
      name: "TypeError",
      message:
        "Cannot use dropHeaderRow as it must be true or false: current value is 1",
    },
  );
});

Deno.test("MovieLens.split() refuses test ratings that are training ratings", async () => {
  const movielens = await readTiny({ "u1.test": "2\t2\t1\t9\n2\t1\t5\t3\n" });
  assert.throws(() => movielens.split("u1"), {
    name: "RangeError",
    message:
      "Cannot read tiny/u1.test, line 2, as a test rating must not be in tiny/u1.base: current value is user 2, movie 1",
  });
});

Deno.test("MovieLens.read() reads CRLF and files without final newline alike", async () => {
  const plain = await readTiny();
  for (
    const change of [
      (text: string) => text.replaceAll("\n", "\r\n"),
      (text: string) => text.replace(/\n+$/, ""),
      (text: string) => `${text}\n\n`,
    ]
  ) {
    const changed = await readTiny(
      Object.fromEntries(
        Object.entries(tiny).map(([name, text]) => [name, change(text)]),
      ),
    );
    assert.deepEqual(changed.matrix(), plain.matrix());
    assert.deepEqual(changed.movies.toRecords(), plain.movies.toRecords());
    assert.deepEqual(changed.users.toRecords(), plain.users.toRecords());
    assert.deepEqual(changed.split("u1"), plain.split("u1"));
  }
});

Deno.test("MovieLens.read() reads u.item as UTF-8 when it begins with a byte order mark", async () => {
  const utf8 = new TextEncoder().encode(`\ufeff${tiny["u.item"]}`);
  const asLatin1 = Array.from(utf8, (byte) => String.fromCharCode(byte));
  const movielens = await readTiny({ "u.item": asLatin1.join("") });
  assert.equal(movielens.movies.getColumn("title").get(0), "Café Moon (1995)");
});

const item = "1|A (1995)|01-Jan-1995||x|0|1|0\n";
const refusals: [
  name: string,
  changes: Record<string, string | undefined>,
  kind: string,
  message: string,
][] = [
  ...["u.data", "u.item", "u.user", "u.genre", "u.occupation"].map((
    file,
  ): typeof refusals[number] => [
    `${file} missing`,
    { [file]: undefined },
    "NotFound",
    `Cannot read tiny/${file} as the file must be there: `,
  ]),
  [
    "u.data empty",
    { "u.data": "" },
    "SyntaxError",
    "Cannot read tiny/u.data as it must hold at least one rating: the file is empty",
  ],
  ...["u.item", "u.user", "u.genre", "u.occupation"].map((
    file,
  ): typeof refusals[number] => [
    `${file} empty`,
    { [file]: "\n" },
    "SyntaxError",
    `Cannot read tiny/${file} as it must hold at least one line: the file is empty`,
  ]),
  [
    "a rating of 6",
    { "u.data": "1\t1\t6\t0\n" },
    "RangeError",
    "Cannot read tiny/u.data, line 1, ",
  ],
  [
    "a rating of NaN",
    { "u.data": "1\t1\t3\t0\n1\t2\tNaN\t0\n" },
    "RangeError",
    "Cannot read tiny/u.data, line 2, ",
  ],
  [
    "a duplicate pair",
    { "u.data": "1\t1\t3\t0\n2\t1\t3\t0\n1\t1\t4\t0\n" },
    "SyntaxError",
    "Cannot read tiny/u.data, line 3, as a user rates a movie once: user 1 rates movie 1 on line 1 and on line 3",
  ],
  [
    "a movie id that u.item lacks",
    { "u.data": "1\t1\t3\t0\n1\t4\t3\t0\n" },
    "RangeError",
    "Cannot read tiny/u.data, line 2, as a movie must be in tiny/u.item: current value is 4",
  ],
  [
    "a user id that u.user lacks",
    { "u.data": "3\t1\t3\t0\n" },
    "RangeError",
    "Cannot read tiny/u.data, line 1, as a user must be in tiny/u.user: current value is 3",
  ],
  [
    "too few columns in u.item",
    { "u.item": `${item}2|B (1995)|01-Jan-1995||x|0|1\n` },
    "SyntaxError",
    'Cannot read tiny/u.item, line 2, as a line has 8 columns separated by "|" and this one has 7: current value is "2|B (1995)|01-Jan-1995||x|0|1"',
  ],
  [
    "a movie id that is no number",
    { "u.item": item.replace("1|", "one|") },
    "SyntaxError",
    'Cannot read tiny/u.item, line 1, as a movie id must be a whole number from 1 to 2147483647: current value is "one"',
  ],
  [
    "a movie id twice",
    { "u.item": item + item },
    "SyntaxError",
    'Cannot read tiny/u.item, line 2, as a movie id must come once and line 1 has it too: current value is "1"',
  ],
  [
    "a genre flag of 2",
    { "u.item": item.replace("0|1|0", "0|2|0") },
    "SyntaxError",
    'Cannot read tiny/u.item, line 1, as a genre must be marked by 0 or 1: current value is "2"',
  ],
  [
    "an impossible date",
    { "u.item": item.replace("01-Jan", "30-Feb") },
    "SyntaxError",
    'Cannot read tiny/u.item, line 1, as a release date must be empty or look like 01-Jan-1995: current value is "30-Feb-1995"',
  ],
  [
    "a movie without title",
    { "u.item": item.replace("A (1995)", " ") },
    "SyntaxError",
    'Cannot read tiny/u.item, line 1, as a movie must have a title: current value is " "',
  ],
  [
    "a blank line in the middle",
    { "u.item": `\n${item}` },
    "SyntaxError",
    'Cannot read tiny/u.item, line 1, as blank lines may stand only at the end: current value is ""',
  ],
  [
    "a user id that is no number",
    { "u.user": "1.5|24|F|none|1\n" },
    "SyntaxError",
    'Cannot read tiny/u.user, line 1, as a user id must be a whole number from 1 to 2147483647: current value is "1.5"',
  ],
  [
    "too many columns in u.user",
    { "u.user": "1|24|F|none|1|2\n" },
    "SyntaxError",
    'Cannot read tiny/u.user, line 1, as a line has 5 columns separated by "|" and this one has 6: ',
  ],
  [
    "an age that is none",
    { "u.user": "1|young|F|none|1\n" },
    "SyntaxError",
    'Cannot read tiny/u.user, line 1, as an age must be a whole number of years: current value is "young"',
  ],
  [
    "an unknown occupation",
    { "u.user": "1|24|F|astronaut|1\n" },
    "SyntaxError",
    'Cannot read tiny/u.user, line 1, as an occupation must be in tiny/u.occupation: current value is "astronaut"',
  ],
  [
    "genres out of order",
    { "u.genre": "unknown|0\nComedy|2\n" },
    "SyntaxError",
    'Cannot read tiny/u.genre, line 2, as genres must be numbered from 0 and this is genre 1: current value is "2"',
  ],
];
for (const [name, changes, kind, message] of refusals) {
  Deno.test(`MovieLens.read() throws ${kind} when there is ${name}`, async () => {
    await assert.rejects(readTiny(changes), (error: Error) => {
      assert.equal(error.name, kind);
      assert(error.message.startsWith(message), error.message);
      return true;
    });
  });
}
