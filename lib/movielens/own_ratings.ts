import type { OwnRatings } from "../recommend/fold_in.ts";
import type { StarScale } from "../ratings/star_scale.ts";
import type { Film, Films } from "./films.ts";

/** A rating of one's own, and where it stands. */
export interface WrittenRating {
  /** A title or an id. */
  readonly film: string;
  readonly stars: number;
  /** What an error begins with: "Cannot read my.csv, line 2,". */
  readonly where: string;
}

/** Options of {@linkcode ownRatings}. */
export interface OwnRatingsOptions {
  /**
   * The scale of the ratings, in stars.
   * @default {{ lowest: 1, highest: 5 }}
   */
  readonly scale?: StarScale;
}

/**
 * Ratings of your own by title, for `foldIn`.
 *
 * @param films The films that can be rated.
 * @param stars How many stars you give to which film, by title or id; see
 * `Films.find` for what is understood.
 * @param options The scale.
 * @throws {RangeError} If a film is unknown, ambiguous or rated twice, or the
 * stars lie outside the scale.
 *
 * @example
 * ```ts
 * import { Films, loadMovieLens, ownRatings } from "stacked-autoencoders";
 *
 * const films = new Films(await loadMovieLens("synthetic-100k", { quiet: true }));
 * const mine = ownRatings(films, { [films.titles[7]]: 5, [films.titles[3]]: 2 });
 * if (mine.movie.join() !== "7,3" || mine.stars.join() !== "5,2") throw new Error("misread");
 * ```
 */
export function ownRatings(
  films: Films,
  stars: Readonly<Record<string, number>>,
  { scale }: OwnRatingsOptions = {},
): OwnRatings & { movie: number[]; stars: number[] } {
  return collectRatings(
    films,
    Object.entries(stars).map(([film, stars]) => ({
      film,
      stars,
      where: `Cannot rate ${JSON.stringify(film)}`,
    })),
    scale,
  );
}

/** Finds the films, and refuses what is no rating. */
export function collectRatings(
  films: Films,
  written: readonly WrittenRating[],
  { lowest, highest }: StarScale = { lowest: 1, highest: 5 },
): { movie: number[]; stars: number[] } {
  const rated = new Map<Film, WrittenRating>();
  for (const rating of written) {
    const { film, problem } = films.match(rating.film);
    const refuse = (requirement: string) =>
      new RangeError(`${rating.where} as ${requirement}`);
    if (film === undefined) throw refuse(problem);
    if (!(rating.stars >= lowest && rating.stars <= highest)) {
      throw refuse(
        `stars must be from ${lowest} to ${highest}: current value is ${rating.stars}`,
      );
    }
    const earlier = rated.get(film);
    if (earlier !== undefined) {
      throw refuse(
        `a film can be rated once: current value is ${film.title}, id ${film.movie}, rated before as ${
          JSON.stringify(earlier.film)
        }`,
      );
    }
    rated.set(film, rating);
  }
  return {
    movie: [...rated.keys()].map(({ column }) => column),
    stars: [...rated.values()].map(({ stars }) => stars),
  };
}
