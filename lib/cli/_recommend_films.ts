import { type Film, Films } from "../movielens/films.ts";
import { parseOwnRatings } from "../movielens/parse_own_ratings.ts";
import type { MovieLens } from "../movielens/movielens.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { explain } from "../recommend/explain.ts";
import { foldIn } from "../recommend/fold_in.ts";
import { topN } from "../recommend/top_n.ts";
import { expectedStars } from "./_expected_stars.ts";
import type { OpenedModel } from "./_open_model.ts";
import { TaskError } from "./_task_error.ts";

/** What `deno task recommend` was asked for, the model aside. */
export interface RecommendFilmsOptions {
  /** A user's id, or else: */
  readonly user?: number;
  /** The path of a CSV file with ratings. */
  readonly ratings?: string;
  readonly top: number;
  readonly minimumSupport: number;
  readonly genre?: readonly string[];
  readonly from?: number;
  readonly to?: number;
  /** Whether to say why. */
  readonly why?: boolean;
}

/** A film on the list. */
export interface RecommendedFilm {
  readonly film: Film;
  readonly stars: number;
  /** Which ratings moved its score most. */
  readonly why?: string;
}

/** Somebody to recommend to. */
interface Person {
  readonly given: RatingMatrix;
  readonly user: number;
  /** Whether the person is known to have rated the film in a column. */
  readonly hasRated: (column: number) => boolean;
}

/** The films that a model recommends to a user of its data, or to a newcomer. */
export async function recommendFilms(
  { model, movielens, train }: OpenedModel,
  options: RecommendFilmsOptions,
): Promise<RecommendedFilm[]> {
  const { top, minimumSupport, genre, from, to, why } = options;
  const films = new Films(movielens);
  const { given, user, hasRated } = options.ratings === undefined
    ? userOf(movielens, { id: options.user!, given: train })
    : await newcomer(films, { path: options.ratings, train });
  const wanted = asked(() => films.filter({ genres: genre, from, to }));
  const list = topN(model, {
    given,
    user,
    train,
    n: top,
    minimumSupport,
    filter: (column) => !hasRated(column) && wanted(column),
  });
  const expected = model.scale === undefined
    ? expectedStars({ given, user }, train)
    : undefined;
  const { titles } = films;
  return list.map(({ movie, stars }) => ({
    film: films.all[movie],
    stars: stars ?? expected![movie],
    ...(why &&
      { why: explain(model, { given, user, movie, titles }).sentence }),
  }));
}

/**
 * A user of the data. The model is given the user's training ratings; films
 * whose rating lies among the test ratings have been seen as well, and are left
 * out of the list without the model being told.
 */
function userOf(
  movielens: MovieLens,
  { id, given }: { id: number; given: RatingMatrix },
): Person {
  const user = movielens.userIds.indexOf(id);
  if (user < 0) {
    throw new TaskError(
      `Cannot recommend as --user must be the id of one of the ${movielens.userIds.length} users of ${movielens.title}: current value is ${id}`,
      { exitStatus: 2 },
    );
  }
  const all = movielens.matrix();
  return {
    given,
    user,
    hasRated: (column) => all.get(user, column) !== undefined,
  };
}

/** Somebody who rates films in a file. */
async function newcomer(
  films: Films,
  { path, train }: { path: string; train: RatingMatrix },
): Promise<Person> {
  const text = await readText(path);
  const own = asked(() => parseOwnRatings(films, text, { file: path }));
  return { ...foldIn(own, { train }), hasRated: () => false };
}

async function readText(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await Deno.readFile(path);
  } catch (cause) {
    throw new TaskError(
      `Cannot read ${path} as it must be a readable file with a film and its stars a line`,
      { cause, exitStatus: 2 },
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new TaskError(
      `Cannot read ${path} as it must be text in UTF-8: save it as "CSV UTF-8"`,
      { cause, exitStatus: 2 },
    );
  }
}

/** What the user wrote is at fault if this throws. */
function asked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SyntaxError)) {
      throw error;
    }
    throw new TaskError(error.message, { cause: error, exitStatus: 2 });
  }
}
