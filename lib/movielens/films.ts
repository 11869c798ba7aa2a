import Fuse from "fuse.js";
import { requireKnown } from "../autoencoder/_options.ts";
import { type TitleKeys, titleKeys } from "./_title_keys.ts";
import type { MovieLens } from "./movielens.ts";

/** A film of a data set. */
export interface Film {
  /** Its column in the rating matrices, from 0. */
  readonly column: number;
  /** Its id. */
  readonly movie: number;
  /** Its title, year included: "Star Wars (1977)". */
  readonly title: string;
  /** The year in its title; `null` where there is none. */
  readonly year: number | null;
  /** Its genres, in the order of the data set. */
  readonly genres: readonly string[];
}

/** Which films {@linkcode Films.filter} lets through. */
export interface FilmFilterOptions {
  /**
   * Only films of at least one of these genres; any without it.
   */
  readonly genres?: readonly string[];
  /** Only films of this year or later. */
  readonly from?: number;
  /** Only films of this year or earlier. */
  readonly to?: number;
}

/** The most candidates that an error names. */
const named = 5;

/**
 * The films of a data set, to be found by title and told apart by genre and
 * year: what stands between the columns of a model and people.
 *
 * @example
 * ```ts
 * import { Films, loadMovieLens } from "stacked-autoencoders";
 *
 * const films = new Films(await loadMovieLens("synthetic-100k", { quiet: true }));
 * const first = films.all[0];
 * const shouted = first.title.toUpperCase().replace(/ \(\d+\)/, "");
 * if (films.find(shouted).column !== 0) throw new Error("case and year make no difference");
 * if (films.find(String(first.movie)).column !== 0) throw new Error("an id does as well");
 * ```
 */
export class Films {
  /** All films, by column. */
  readonly all: readonly Film[];
  /** The genres there are. */
  readonly genres: readonly string[];

  readonly #source: string;
  readonly #keys: readonly TitleKeys[];
  #fuse: Fuse<TitleKeys> | undefined;

  /** Gathers the films of a data set. */
  constructor({ movies, genres, title }: MovieLens) {
    const rows = movies.toRecords() as unknown as Omit<Film, "column">[];
    this.all = rows.map(({ movie, title, year, genres }, column) => ({
      column,
      movie,
      title,
      year,
      genres: [...genres],
    }));
    this.genres = genres;
    this.#source = title;
    this.#keys = this.all.map((film) => titleKeys(film.title));
  }

  /** The titles by column, years included. */
  get titles(): readonly string[] {
    return this.all.map(({ title }) => title);
  }

  /**
   * The film of a title or an id. Case, accents, punctuation, the place of the
   * article ("Godfather, The") and the year make no difference, as long as one
   * film is meant; where several have the title, give the year, and where even
   * that is the same (MovieLens 100K has 18 such pairs), the id. A number is an
   * id first, and a title only where there is no such id.
   *
   * @throws {RangeError} If no film is meant, or more than one; the message
   * names the nearest, with their ids.
   */
  find(text: string): Film {
    const { film, problem } = this.match(text);
    if (film === undefined) {
      throw new RangeError(`Cannot find a film as ${problem}`);
    }
    return film;
  }

  /** Like {@linkcode find}, with the reason instead of an error. */
  match(
    text: string,
  ):
    | { readonly film: Film; readonly problem?: undefined }
    | { readonly film?: undefined; readonly problem: string } {
    const asked = text.trim();
    const byId = /^\d+$/.test(asked) &&
      this.all.find(({ movie }) => movie === Number(asked));
    if (byId) return { film: byId };
    const found = this.#matches(asked);
    if (found.length === 1) return { film: found[0] };
    const current = `current value is ${JSON.stringify(asked)}`;
    if (found.length > 1) {
      const years = new Set(found.map(({ year }) => year)).size;
      return {
        problem: `a title must mean one film: ${current}, which may be ${
          list(found)
        }; give ${years === found.length ? "the year or " : ""}the id`,
      };
    }
    const near = asked === "" ? [] : this.nearest(asked);
    return {
      problem: `a title or an id must be one of ${this.#source}: ${current}; ${
        near.length > 0 ? `the nearest are ${list(near)}` : "nothing is like it"
      }`,
    };
  }

  /**
   * The films whose titles are most like a text, the most alike first; none
   * where nothing is.
   */
  nearest(text: string, count = named): Film[] {
    this.#fuse ??= new Fuse(this.#keys, {
      keys: ["keys"],
      threshold: 0.4,
      ignoreLocation: true,
    });
    return this.#fuse.search(titleKeys(text).keys[0], { limit: count })
      .map(({ refIndex }) => this.all[refIndex]);
  }

  /**
   * A filter for `topN`, by genre and year.
   *
   * @param options See {@linkcode FilmFilterOptions}.
   * @returns Whether the film in a column may pass. One without a year does not
   * pass where years are asked for.
   * @throws {RangeError} If there is no such genre, or a year is no number.
   */
  filter(options: FilmFilterOptions): (column: number) => boolean {
    requireKnown("option of filter", options, ["genres", "from", "to"]);
    const { genres = this.genres, from = -Infinity, to = Infinity } = options;
    for (const genre of genres) {
      if (!this.genres.includes(genre)) {
        throw new RangeError(
          `Cannot filter films as a genre must be one of ${
            this.genres.join(", ")
          }: current value is ${genre}`,
        );
      }
    }
    if (Number.isNaN(Number(from)) || Number.isNaN(Number(to))) {
      throw new RangeError(
        `Cannot filter films as years must be numbers: current values are ${from} and ${to}`,
      );
    }
    const anyYear = from === -Infinity && to === Infinity;
    return (column) => {
      const film = this.all[column];
      return (options.genres === undefined ||
        film.genres.some((genre) => genres.includes(genre))) &&
        (anyYear ||
          film.year !== null && film.year >= from && film.year <= to);
    };
  }

  /** The films that a text means by their titles. */
  #matches(text: string): Film[] {
    // A year may also stand without brackets; "2001" alone is a title.
    const bracketed = text.replace(/^(.*\S)\s+(\d{4})$/, "$1 ($2)");
    for (const asked of new Set([text, bracketed])) {
      const { keys: [key], year } = titleKeys(asked);
      for (const titles of [first, rest]) {
        const found = this.all.filter((film) =>
          titles(this.#keys[film.column].keys).includes(key) &&
          (year === undefined || film.year === year)
        );
        if (found.length > 0) return found;
      }
    }
    return [];
  }
}

const first = (keys: readonly string[]) => keys.slice(0, 1);
const rest = (keys: readonly string[]) => keys.slice(1);

function list(films: readonly Film[]): string {
  return films.slice(0, named)
    .map(({ movie, title }) => `${title}, id ${movie}`).join("; ") +
    (films.length > named ? " …" : "");
}
