// Two independent truths. The deck's author published the training loss of every
// epoch of some of his runs; quoted here are the first two epochs of those that
// started fresh (training_loss.csv, rounded to 4 digits). His first weights are
// not known. And what his script logs in PyTorch 2.2.2 after torch.manual_seed(1),
// whose first weights are ours; sums in another order keep the rest apart.
import assert from "node:assert/strict";
import {
  loadMovieLens,
  recipes,
  StackedAutoencoder,
} from "stacked-autoencoders";
import { realDataTest } from "../_real_data.ts";

const published = [
  {
    learningRate: 0.01,
    author: [1.7711, 1.0966],
    torch: [1.7708325, 1.0967846],
  },
  {
    learningRate: 0.02,
    author: [1.7773, 1.1081],
    torch: [1.7764358, 1.1075964],
  },
  {
    learningRate: 0.03,
    author: [1.7867, 1.1224],
    torch: [1.7858880, 1.1236131],
  },
  {
    learningRate: 0.05,
    author: [1.8207, 1.1755],
    torch: [1.8232281, 1.1763542],
  },
  {
    learningRate: 0.06,
    author: [1.8503, 1.2144],
    torch: [1.8485523, 1.2128360],
  },
  {
    learningRate: 0.08,
    author: [1.9230, 1.3119],
    torch: [1.9186647, 1.3095991],
  },
  {
    learningRate: 0.1,
    author: [2.0082, 1.4236],
    torch: [2.0075917, 1.4216658],
  },
];

const apart = (some: readonly number[], others: readonly number[]) =>
  some.map((loss, epoch) => Math.abs(loss - others[epoch]));

for (const { learningRate, author, torch } of published) {
  realDataTest(
    `recipes.deck takes the author's way at learning rate ${learningRate}: ${author} stars after the first two epochs`,
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
      const [first, second] = apart(trainLoss, author);
      assert.ok(first < 0.005 && second < 0.003, `author: ${trainLoss}`);
      assert.ok(
        apart(trainLoss, torch).every((gap) => gap < 0.0005),
        `PyTorch: ${trainLoss}`,
      );
    },
  );
}
