import { RatingMatrix, StackedAutoencoder } from "../../lib/core.ts";

/** Two short trainings, in batches and one user a step: all their numbers. */
export async function training(): Promise<number[]> {
  const ratings = RatingMatrix.from({
    user: [0, 0, 0, 1, 1, 2, 2, 3, 3, 3],
    movie: [0, 1, 4, 1, 2, 0, 3, 2, 3, 4],
    stars: [5, 3, 1, 4, 2, 5, 1, 3, 4, 2],
  }, { users: 4, movies: 5 });
  const numbers: number[] = [];
  for (const batchSize of [2, 1]) {
    using model = new StackedAutoencoder({
      visibleUnits: 5,
      hiddenUnits: [6, 3, 6],
      activation: batchSize === 1 ? "sigmoid" : "tanh",
    });
    const { trainLoss } = await model.fit(ratings, { epochs: 20, batchSize });
    numbers.push(...trainLoss, ...model.predict(ratings));
  }
  return numbers;
}
