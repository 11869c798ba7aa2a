import type { Random } from "../random/random.ts";
import { inventTitle } from "./_synthetic_titles.ts";

/** An invented film. */
export interface SyntheticFilm {
  readonly title: string;
  readonly year: number;
  readonly genres: readonly string[];
  /** How often it is chosen, relative to the others. */
  readonly popularity: number;
  /** How far above the mean of all films it is liked, in stars. */
  readonly bias: number;
  /** Where it stands on each axis of taste; shape [axes]. */
  readonly appeal: readonly number[];
}

/** The genres of MovieLens, in the order of its files. */
export const genreNames = [
  ...["unknown", "Action", "Adventure", "Animation", "Children's", "Comedy"],
  ...["Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror"],
  ...["Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western"],
];

/**
 * Each genre's share of the films, and its place on the axes of taste: thrills
 * against feelings, cheerful against dark.
 */
const genreTable: readonly [string, share: number, ...axes: number[]][] = [
  ["Action", 9, 1.2, 0.1],
  ["Adventure", 6, 0.9, 0.6],
  ["Animation", 2, 0.1, 1.2],
  ["Children's", 5, 0, 1.3],
  ["Comedy", 21, -0.4, 0.9],
  ["Crime", 5, 0.5, -0.9],
  ["Documentary", 3, -0.9, -0.5],
  ["Drama", 24, -1, -0.7],
  ["Fantasy", 2, 0.6, 0.8],
  ["Film-Noir", 2, -0.2, -1.2],
  ["Horror", 4, 0.9, -0.8],
  ["Musical", 3, -0.8, 1],
  ["Mystery", 3, 0.2, -0.9],
  ["Romance", 9, -1.2, 0.4],
  ["Sci-Fi", 5, 1.3, 0],
  ["Thriller", 9, 0.8, -0.7],
  ["War", 3, 0.6, -0.8],
  ["Western", 2, 0.8, -0.1],
];

/** How much a film's own character counts beside its genres. */
const ownAppeal = 0.55;

/** Invents films. Popular ones are, on average, liked better, as in real life. */
export function inventFilms(count: number, random: Random): SyntheticFilm[] {
  const titles = new Set<string>();
  return Array.from({ length: count }, () => {
    const genres = drawGenres(random);
    let title: string;
    do title = inventTitle(genres, random); while (titles.has(title));
    titles.add(title);
    // Most films are of the nineties, fewer the further back.
    const age = random.uniform();
    const year = 1998 - Math.floor(70 * age * age * age * age);
    const rarity = random.uniform();
    return {
      title,
      year,
      genres: genreNames.filter((name) => genres.includes(name)),
      // The law of Zipf with its ends cut: the top film has about 8 × the mean.
      popularity: 1 / (rarity + 0.06) - 1 / 1.06,
      bias: 0.9 * (0.3 - rarity) + 0.35 * random.normal(),
      appeal: [0, 1].map((axis) => appeal(genres, axis, random)),
    };
  });
}

/** One to three genres, the most telling first. */
function drawGenres(random: Random): string[] {
  const wanted = [1, 1, 2, 2, 2, 3][random.integer(6)];
  const genres = new Set<string>();
  const total = genreTable.reduce((sum, [, share]) => sum + share, 0);
  while (genres.size < wanted) {
    let ticket = random.integer(total);
    const [name] = genreTable.find(([, share]) => (ticket -= share) < 0)!;
    genres.add(name);
  }
  return [...genres];
}

function appeal(genres: readonly string[], axis: number, random: Random) {
  const places = genreTable.filter(([name]) => genres.includes(name))
    .map(([, , ...axes]) => axes[axis]);
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  return mean + ownAppeal * random.normal();
}
