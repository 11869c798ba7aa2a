import assert from "node:assert/strict";
import { Films, loadMovieLens } from "stacked-autoencoders";
import { realDataTest } from "../_real_data.ts";
import { filmShelf } from "./_film_shelf.ts";

const films = await filmShelf();

Deno.test("Films has each film with its column, id, title, year and genres", () => {
  assert.deepEqual(films.all[1], {
    column: 1,
    movie: 2,
    title: "Godfather, The (1972)",
    year: 1972,
    genres: ["Drama"],
  });
  assert.equal(films.all.at(-1)!.year, null);
  assert.equal(films.titles[3], "Misérables, Les (1995)");
});

Deno.test("Films.find() understands titles however they are written", () => {
  const understood: Record<string, number> = {
    "star wars": 1,
    "STAR WARS (1977)": 1,
    " Star Wars  1977 ": 1,
    "Godfather, The": 2,
    "The Godfather": 2,
    "godfather": 2,
    "the godfather part ii": 3,
    "Les Misérables": 4,
    "miserables, les": 4,
    "seven": 5,
    "Se7en (1995)": 5,
    "sabrina (1954)": 7,
    "Sabrina 1995": 6,
    "LA Confidential": 10,
    "l.a. confidential": 10,
    "Dr Strangelove and Co": 11,
    "land before time iii": 12,
    "187 (1997)": 13,
    "Unknown": 14,
  };
  for (const [text, movie] of Object.entries(understood)) {
    assert.equal(films.find(text).movie, movie, text);
  }
});

Deno.test("Films.find() takes a number for an id first, for a title where there is no such id", () => {
  assert.equal(films.find("7").title, "Sabrina (1954)");
  assert.equal(films.find("187").title, "187 (1997)");
});

Deno.test("Films.find() names all films of an ambiguous title, and what tells them apart", () => {
  assert.throws(() => films.find("sabrina"), {
    name: "RangeError",
    message:
      'Cannot find a film as a title must mean one film: current value is "sabrina", ' +
      "which may be Sabrina (1995), id 6; Sabrina (1954), id 7; give the year or the id",
  });
  assert.throws(() => films.find("Chasing Amy (1997)"), {
    message: /Amy \(1997\), id 8; Chasing Amy \(1997\), id 9; give the id$/,
  });
});

Deno.test("Films.find() names the nearest titles when none is meant, or says that there are none", () => {
  const refused = (text: string, message: RegExp) =>
    assert.throws(() => films.find(text), { name: "RangeError", message });
  refused(
    "strar wars",
    /^Cannot find a film as a title or an id must be one of Tiny: current value is "strar wars"; the nearest are Star Wars \(1977\), id 1/,
  );
  refused("confidental", /the nearest are L\.A\. Confidential \(1997\), id 10/);
  refused("Star Wars (1980)", /the nearest are Star Wars \(1977\), id 1/);
  refused("xyzzyqq", /current value is "xyzzyqq"; nothing is like it$/);
  refused("99", /current value is "99"/);
  refused(" ", /current value is ""; nothing is like it$/);
  for (const text of ["sabrina", "strar wars"]) {
    assert.ok(!films.match(text).problem!.includes("\n"), "one line");
  }
});

Deno.test("Films.filter() lets films of a genre and of a range of years through", () => {
  const passing = (options: Parameters<Films["filter"]>[0]) =>
    films.all.filter(({ column }) => films.filter(options)(column))
      .map(({ movie }) => movie);
  assert.equal(passing({}).length, 14);
  assert.deepEqual(passing({ genres: ["Comedy"], to: 1995 }), [1, 3, 5, 7, 11]);
  assert.deepEqual(passing({ from: 1972, to: 1977 }), [1, 2, 3]);
  assert.deepEqual(passing({ genres: ["Comedy", "Drama"], from: 1997 }), [
    8,
    9,
    10,
    13,
  ]);
  assert.deepEqual(passing({ genres: [] }), []);
  assert.throws(() => films.filter({ genres: ["Comdy"] }), {
    message: /one of unknown, Comedy, Drama: current value is Comdy$/,
  });
  assert.throws(() => films.filter({ from: NaN }), {
    message: /years must be/,
  });
  assert.throws(() => films.filter({ genre: "Comedy" } as never), {
    message: /unknown option of filter/,
  });
});

realDataTest(
  "Films finds every film of MovieLens 100K by its title, but for the 18 pairs that share one",
  async (dir) => {
    const movielens = await loadMovieLens("ml-100k", { dir, quiet: true });
    const films = new Films(movielens);
    const lost = films.all.filter(({ column, title }) =>
      films.match(title).film?.column !== column
    );
    assert.equal(lost.length, 36);
    const titles = new Set(lost.map(({ title }) => title));
    assert.equal(titles.size, 18);
    for (const { title, movie, column } of lost) {
      assert.match(films.match(title).problem!, new RegExp(`id ${movie}\\b`));
      assert.equal(films.find(String(movie)).column, column);
    }
  },
);
