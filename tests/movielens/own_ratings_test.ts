import assert from "node:assert/strict";
import fc from "fast-check";
import { ownRatings, parseOwnRatings } from "stacked-autoencoders";
import { filmShelf } from "./_film_shelf.ts";

const films = await filmShelf();

Deno.test("ownRatings() answers columns and stars in the order of writing", () => {
  assert.deepEqual(
    ownRatings(films, { "star wars": 5, "The Godfather": 3.5, "8": 1 }),
    // Whole numbers come first among the keys of an object, whoever writes it.
    { movie: [7, 0, 1], stars: [1, 5, 3.5] },
  );
});

Deno.test("ownRatings() refuses unknown and repeated films, and stars beyond the scale", () => {
  const refused = (stars: Record<string, number>, message: RegExp) =>
    assert.throws(() => ownRatings(films, stars), {
      name: "RangeError",
      message,
    });
  refused(
    { "strar wars": 5 },
    /^Cannot rate "strar wars" as .*Star Wars \(1977\), id 1/,
  );
  refused(
    { sabrina: 5 },
    /^Cannot rate "sabrina" as .*give the year or the id$/,
  );
  refused(
    { "star wars": 6 },
    /^Cannot rate "star wars" as stars must be from 1 to 5: current value is 6$/,
  );
  refused({ "star wars": NaN }, /current value is NaN$/);
  refused(
    { "star wars": 5, "Star Wars (1977)": 4 },
    /a film can be rated once: current value is Star Wars \(1977\), id 1, rated before as "star wars"$/,
  );
});

Deno.test("ownRatings() and parseOwnRatings() keep to another scale when told", () => {
  const scale = { lowest: 0, highest: 10 };
  assert.deepEqual(ownRatings(films, { "star wars": 9 }, { scale }).stars, [9]);
  assert.deepEqual(
    Array.from(parseOwnRatings(films, "1,0", { scale }).stars),
    [0],
  );
});

Deno.test("parseOwnRatings() reads what spreadsheets and people write", () => {
  const expected = { movie: [0, 1, 5], stars: [5, 4.5, 1] };
  const texts = [
    'Star Wars,5\n"Godfather, The",4.5\n6,1\n',
    '\ufefftitle,stars\r\n"star wars (1977)",5\r\n\r\nThe Godfather,4.5\r\n6,1',
    "id,rating\n1, 5\n2, 4.5\n\n  \n6 ,1 ",
    "Movie,Stars\r1,5.0\r2,4.50\r6,1",
  ];
  for (const text of texts) {
    assert.deepEqual(parseOwnRatings(films, text), expected, text);
  }
});

Deno.test("parseOwnRatings() names file, line and cure when a line is bad", () => {
  const refused = (text: string, message: string | RegExp) =>
    assert.throws(() => parseOwnRatings(films, text, { file: "my.csv" }), {
      message,
    });
  const empty =
    'Cannot read my.csv as it must hold at least one rating, such as "Star Wars (1977)",5: current number is 0';
  refused("", empty);
  refused("title,stars\n\n", empty);
  refused(
    "Star Wars;5",
    "Cannot read my.csv, line 1, as it must be a film and its stars: current number of fields is 1; separate them by a comma, not by a semicolon or a tab",
  );
  refused("1,5\nGodfather, The,4", /line 2, .* is 3; .*"Godfather, The",5$/);
  refused("Star Wars", /line 1, .* is 1; for example "Star Wars \(1977\)",5$/);
  refused(
    '1,5\n\n"Star Wars,5',
    /line 3, as quotation marks .* is "Star Wars,5$/,
  );
  refused(
    "1,5\n2,five",
    /line 2, as stars must be a number: current value is "five"$/,
  );
  refused("1,", /stars must be a number: current value is ""$/);
  refused("1,5\ntitle,stars", /line 2, as stars must be a number/);
  refused(
    "1,5\r\n2,0",
    /line 2, as stars must be from 1 to 5: current value is 0$/,
  );
  refused(
    "1,5\nstar wrs,5",
    /line 2, as a title or an id .* Star Wars \(1977\), id 1/,
  );
  refused("chasing amy,5", /id 8; Chasing Amy \(1997\), id 9; give the id$/);
  refused("1,5\nStar Wars,4", /line 2, as a film can be rated once/);
});

Deno.test("parseOwnRatings() reads back any ratings that are written by id or by title", () => {
  const one = fc.record({
    at: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 13),
    stars: fc.integer({ min: 2, max: 10 }).map((half) => half / 2),
    byTitle: fc.boolean(),
  });
  const several = fc.uniqueArray(one, {
    minLength: 1,
    selector: ({ at }) => at,
  });
  fc.assert(fc.property(several, (written) => {
    const text = written.map(({ at, stars, byTitle }) =>
      `${byTitle ? `"${films.titles[at]}"` : films.all[at].movie},${stars}`
    ).join("\n");
    assert.deepEqual(parseOwnRatings(films, text), {
      movie: written.map(({ at }) => at),
      stars: written.map(({ stars }) => stars),
    });
  }));
});
