import { RatingMatrix } from "stacked-autoencoders/core";

/** Eight users of two opposite tastes over six movies; the last has no rating. */
export function toyRatings(): RatingMatrix {
  const [user, movie, stars]: [number[], number[], number[]] = [[], [], []];
  for (let u = 0; u < 7; u++) {
    for (let m = 0; m < 6; m++) {
      if ((u * 5 + m * 3) % 7 === 0) continue;
      user.push(u);
      movie.push(m);
      stars.push(
        u % 2 === m % 2 ? 5 - (m === 5 ? 1 : 0) : 1 + (u === 4 ? 1 : 0),
      );
    }
  }
  return RatingMatrix.from({ user, movie, stars }, { users: 8, movies: 6 });
}
