/** Options of {@linkcode catalogueCoverage}. */
export interface CatalogueCoverageOptions {
  /** How many movies there are to recommend; at least 1. */
  readonly movies: number;
}

/**
 * How much of the catalogue is recommended to anybody: movies that stand in at
 * least one list, divided by all movies. A model that shows everyone the same
 * ten films covers next to nothing.
 *
 * Source: Ge, Delgado-Battenfeld and Jannach 2010, "Beyond accuracy",
 * section 3.1 ("catalog coverage").
 *
 * @param lists One list of movies a user.
 * @returns 0 to 1.
 * @throws {RangeError} If there is no list, or a list names a movie outside the
 * catalogue.
 *
 * @example Three of four movies are shown to somebody
 * ```ts
 * import { catalogueCoverage } from "stacked-autoencoders";
 *
 * const coverage = catalogueCoverage([[0, 1], [1, 2]], { movies: 4 });
 * if (coverage !== 0.75) throw new Error("only movie 3 is shown to nobody");
 * ```
 */
export function catalogueCoverage(
  lists: Iterable<ArrayLike<number>>,
  { movies }: CatalogueCoverageOptions,
): number {
  const shown = new Set<number>();
  let count = 0;
  for (const list of lists) {
    count++;
    for (const movie of Array.from(list)) {
      if (!Number.isInteger(movie) || movie < 0 || movie >= movies) {
        throw new RangeError(
          `Cannot measure coverage as movies must be columns from 0 to ${
            movies - 1
          }: current value is ${movie}`,
        );
      }
      shown.add(movie);
    }
  }
  if (count === 0) {
    throw new RangeError(
      "Cannot measure coverage as there must be at least one list: current value is 0 lists",
    );
  }
  return shown.size / movies;
}
