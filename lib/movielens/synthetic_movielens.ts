import { Random } from "../random/random.ts";
import { shuffledOrder } from "../random/shuffle.ts";
import { drawStars, expectedStars } from "./_planted_stars.ts";
import { drawChoices } from "./_synthetic_choices.ts";
import {
  genreNames,
  inventFilms,
  type SyntheticFilm,
} from "./_synthetic_films.ts";
import {
  inventPeople,
  occupationNames,
  type SyntheticPerson,
} from "./_synthetic_people.ts";
import { RatingWriter } from "./_write_ratings.ts";

/** Options of {@linkcode syntheticMovieLens}. */
export interface SyntheticMovieLensOptions {
  /**
   * A whole number from 0 to 4 294 967 295.
   *
   * @default {1}
   */
  readonly seed?: number;
}

/** What {@linkcode syntheticMovieLens} invents. */
export interface SyntheticMovieLens {
  /** The content of each file, by the names of MovieLens 100K: u.data, u.item … */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /**
   * The stars to be expected of a user row and a movie column (both from 0). Its
   * RMSE is the noise floor: no model predicts better on average.
   */
  readonly plantedStars: (user: number, movie: number) => number;
}

const shape = { users: 943, movies: 1682, ratings: 100_000, atLeast: 20 };

/** The mean rating that is planted, in stars; what a taste of 1 adds to an appeal of 1. */
const [mean, strength] = [3.55, 0.65];

/**
 * Invents a data set with the shape and file formats of MovieLens 100K: 943
 * users, 1682 films with titles of their own, 100 000 ratings in whole stars,
 * and the splits u1–u5, ua and ub.
 *
 * What is planted: a bias for each user and each film, and tastes along two
 * axes that go with the genres; then noise. Popularity and activity have long
 * tails. What real people do beyond that, these do not.
 *
 * The same seed gives the same bytes on every machine.
 *
 * @param options The seed.
 * @returns The files' content, and what was planted.
 *
 * @example The files are those of MovieLens 100K
 * ```ts
 * import { syntheticMovieLens } from "stacked-autoencoders";
 *
 * const { files, plantedStars } = syntheticMovieLens({ seed: 2 });
 * const lines = new TextDecoder().decode(files.get("u.data")).trimEnd().split("\n");
 * if (lines.length !== 100_000) throw new Error("not a hundred thousand");
 * if (!(plantedStars(0, 0) >= 1 && plantedStars(0, 0) <= 5)) throw new Error("not stars");
 * ```
 */
export function syntheticMovieLens(
  { seed = 1 }: SyntheticMovieLensOptions = {},
): SyntheticMovieLens {
  const random = new Random(seed);
  // One source a part: to change how titles are drawn changes no rating.
  const films = inventFilms(shape.movies, random.fork());
  const people = inventPeople(shape.users, random.fork());
  const popularity = films.map((film) => film.popularity);
  const choices = drawChoices({ ...shape, popularity }, random.fork());
  const noise = random.fork();
  const planted = (user: number, movie: number) =>
    plantedMean(people[user], films[movie]);
  const stars = choices.user.map((user, entry) =>
    drawStars(planted(user, choices.movie[entry]), noise)
  );

  const writer = new RatingWriter({
    user: choices.user.map((row) => row + 1),
    movie: choices.movie.map((column) => column + 1),
    stars,
    time: choices.time,
  });
  const files = new Map([
    ["u.data", writer.write(shuffledOrder(shape.ratings, random))],
    ["u.info", latin1(infoLines())],
    ["u.genre", latin1([...genreNames.map((name, id) => `${name}|${id}`), ""])],
    ["u.occupation", latin1(occupationNames)],
    ["u.user", latin1(people.map(userLine))],
    ["u.item", latin1(films.map(itemLine))],
  ]);
  const tests = testSets(choices.user, random);
  for (const [name, isTest] of tests) {
    const { base, test } = writer.split(isTest);
    files.set(`${name}.base`, base).set(`${name}.test`, test);
  }
  return {
    files,
    plantedStars(user, movie) {
      if (!(user in people && movie in films)) {
        throw new RangeError(
          `Cannot say what is planted as user and movie must be a row below ${shape.users} and a column below ${shape.movies}: current values are ${user} and ${movie}`,
        );
      }
      return expectedStars(planted(user, movie));
    },
  };
}

/** What a person would give a film without noise, rounding and clipping. */
function plantedMean(person: SyntheticPerson, film: SyntheticFilm): number {
  let match = 0;
  for (let axis = 0; axis < film.appeal.length; axis++) {
    match += person.taste[axis] * film.appeal[axis];
  }
  return mean + person.bias + film.bias + strength * match;
}

/** Which ratings (by number) each split asks for. */
function testSets(
  user: Int32Array,
  random: Random,
): [string, (entry: number) => boolean][] {
  const fold = new Uint8Array(user.length);
  const rank = new Int32Array(user.length); // Among the user's own, at random
  const seen = new Int32Array(shape.users);
  shuffledOrder(user.length, random).forEach((entry, place) => {
    fold[entry] = place % 5;
    rank[entry] = seen[user[entry]]++;
  });
  return [
    ...[0, 1, 2, 3, 4].map((number) =>
      [`u${number + 1}`, (entry: number) => fold[entry] === number] as [
        string,
        (entry: number) => boolean,
      ]
    ),
    ["ua", (entry) => rank[entry] < 10],
    ["ub", (entry) => rank[entry] >= 10 && rank[entry] < 20],
  ];
}

function infoLines(): string[] {
  const { users, movies, ratings } = shape;
  return [`${users} users`, `${movies} items`, `${ratings} ratings`];
}

function userLine(person: SyntheticPerson, row: number): string {
  const { age, gender, occupation, zip } = person;
  return [row + 1, age, gender, occupation, zip].join("|");
}

/** Without links: nobody is to be sent to the page of a real film. */
function itemLine({ title, year, genres }: SyntheticFilm, column: number) {
  const flags = genreNames.map((name) => genres.includes(name) ? 1 : 0);
  return [column + 1, `${title} (${year})`, `01-Jan-${year}`, "", "", ...flags]
    .join("|");
}

/** As MovieLens's own files are encoded: every character is one byte. */
function latin1(lines: readonly string[]): Uint8Array {
  const text = lines.map((line) => `${line}\n`).join("");
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
