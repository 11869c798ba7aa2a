import fc from "fast-check";
import { RatingMatrix } from "stacked-autoencoders/core";

/** Ratings of any shape up to 12 × 12, empty rows and columns included. */
export const randomRatings = fc.record({
  users: fc.integer({ min: 1, max: 12 }),
  movies: fc.integer({ min: 1, max: 12 }),
}).chain((shape) =>
  fc.uniqueArray(
    fc.record({
      user: fc.integer({ min: 0, max: shape.users - 1 }),
      movie: fc.integer({ min: 0, max: shape.movies - 1 }),
      stars: fc.integer({ min: 1, max: 5 }),
    }),
    {
      minLength: 1,
      maxLength: 60,
      selector: ({ user, movie }) => `${user},${movie}`,
    },
  ).map((entries) => ({
    entries,
    ratings: RatingMatrix.from({
      user: entries.map(({ user }) => user),
      movie: entries.map(({ movie }) => movie),
      stars: entries.map(({ stars }) => stars),
    }, shape),
  }))
);
