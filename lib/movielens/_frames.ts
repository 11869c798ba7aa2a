import pl from "nodejs-polars";
import type { ParsedRatings } from "../ratings/parse_ratings.ts";
import type { MovieRow } from "./_read_movies.ts";
import type { UserRow } from "./_read_users.ts";

// Types are stated where polars would guess another, and columns that may be
// empty are cast afterwards: given a type, polars 0.25 turns null into 0.

export function ratingsFrame({ user, movie, stars, time }: ParsedRatings) {
  return pl.DataFrame([
    pl.Series("user", user, pl.Int32),
    pl.Series("movie", movie, pl.Int32),
    pl.Series("stars", stars, pl.Float32),
    pl.Series("time", time.map((seconds) => seconds * 1000), pl.Float64)
      .cast(pl.Datetime("ms")),
  ]);
}

export function moviesFrame(movies: readonly MovieRow[]) {
  return pl.DataFrame([
    pl.Series("movie", Int32Array.from(movies, (row) => row.movie), pl.Int32),
    pl.Series("title", movies.map((row) => row.title), pl.Utf8),
    pl.Series("year", movies.map((row) => row.year)).cast(pl.Int32),
    pl.Series("released", movies.map((row) => row.released), pl.Date),
    pl.Series("imdb", movies.map((row) => row.imdb), pl.Utf8),
    pl.Series("genres", movies.map((row) => row.genres), pl.List(pl.Utf8)),
  ]);
}

export function usersFrame(users: readonly UserRow[]) {
  return pl.DataFrame([
    pl.Series("user", Int32Array.from(users, (row) => row.user), pl.Int32),
    pl.Series("age", Int32Array.from(users, (row) => row.age), pl.Int32),
    pl.Series("gender", users.map((row) => row.gender), pl.Utf8),
    pl.Series("occupation", users.map((row) => row.occupation), pl.Utf8),
    pl.Series("zip", users.map((row) => row.zip), pl.Utf8),
  ]);
}
