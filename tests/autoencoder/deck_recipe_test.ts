// The deck's author published the training loss of every epoch of some of his
// runs. Quoted here: the first two epochs of those that started fresh, from
// the files that came with the deck (training_loss.csv), rounded to 4 digits.
import assert from "node:assert/strict";
import {
  loadMovieLens,
  recipes,
  StackedAutoencoder,
} from "stacked-autoencoders";
import { realDataTest } from "../_real_data.ts";

const published = [
  { learningRate: 0.01, first: 1.7711, second: 1.0966 },
  { learningRate: 0.02, first: 1.7773, second: 1.1081 },
  { learningRate: 0.05, first: 1.8207, second: 1.1755 },
  { learningRate: 0.1, first: 2.0082, second: 1.4236 },
];

for (const { learningRate, first, second } of published) {
  realDataTest(
    `recipes.deck takes the author's way at learning rate ${learningRate}: ${first} and ${second} stars after the first two epochs`,
    async (dir) => {
      const movielens = await loadMovieLens("ml-100k", { dir, quiet: true });
      const { split, model: shape, fit } = recipes.deck;
      const { train } = movielens.split("u1", split);
      using model = new StackedAutoencoder({
        visibleUnits: train.movies,
        ...shape,
        seed: 1,
      });
      const { trainLoss } = await model.fit(train, {
        ...fit,
        learningRate,
        epochs: 2,
      });
      assert.ok(Math.abs(trainLoss[0] - first) < 0.005, `${trainLoss[0]}`);
      assert.ok(Math.abs(trainLoss[1] - second) < 0.003, `${trainLoss[1]}`);
    },
  );
}
