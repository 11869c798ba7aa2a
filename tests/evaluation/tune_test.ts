import assert from "node:assert/strict";
import {
  type Recipe,
  recipes,
  StackedAutoencoder,
  tune,
  type TuneOptions,
} from "stacked-autoencoders";
import { toyRatings } from "../autoencoder/_toy.ts";

const train = toyRatings();
const { stacked } = recipes;
const model = { ...stacked.model, hiddenUnits: [3, 2, 3] };

/** Candidates that differ in their step size. */
function candidates(...learningRates: number[]): Recipe[] {
  const fit = { ...stacked.fit, epochs: 12 };
  return learningRates.map((learningRate) => ({
    ...stacked,
    model,
    fit: { ...fit, learningRate },
  }));
}

Deno.test("tune() ranks by the mean of what fit() says of each hold-out, at the best epoch", async () => {
  const seeds = [4, 9, 5];
  const all = candidates(1e-6, 0.05, 0.3);
  const { ranking, failures, stopped } = await tune(all, {
    train,
    seeds,
    validationShare: 0.3,
    workers: 2,
  });
  assert.deepEqual([failures, stopped], [[], false]);
  const expected = [];
  for (const [index, recipe] of all.entries()) {
    const losses: (readonly number[])[] = [];
    for (const seed of seeds) {
      using one = new StackedAutoencoder({
        visibleUnits: 6,
        ...recipe.model,
        seed,
      });
      const fit = { ...recipe.fit, validationShare: 0.3 };
      losses.push((await one.fit(train, fit)).validationLoss);
    }
    const curve = losses[0].map((_, epoch) =>
      losses.reduce((sum, loss) => sum + loss[epoch], 0) / 3
    );
    const best = Math.min(...curve);
    const epochs = curve.indexOf(best) + 1;
    expected.push({
      recipe: { ...recipe, fit: { ...recipe.fit, epochs } },
      index,
      validationLoss: best,
      validationLosses: losses.map((loss) => loss[epochs - 1]),
      curve,
    });
  }
  expected.sort((a, b) => a.validationLoss - b.validationLoss);
  assert.deepEqual(ranking.map(({ seconds: _, ...one }) => one), expected);
  assert.ok(ranking.every(({ seconds }) => seconds > 0));
});

Deno.test("tune() reports a candidate that diverges, and ranks the others", async () => {
  const { ranking, failures, stopped } = await tune(candidates(0.01, 1e35), {
    train,
    seeds: [1, 2],
    validationShare: 0.3,
    workers: 1,
  });
  assert.deepEqual(ranking.map(({ index }) => index), [0]);
  assert.equal(failures.length, 2);
  assert.match(failures[0].message, /finite number/);
  assert.equal(stopped, false);
});

Deno.test("tune() ranks what was done when the signal ends it", async () => {
  const stop = new AbortController();
  let runs = 0;
  const { ranking, stopped } = await tune(candidates(0.01, 0.02, 0.03), {
    train,
    seeds: [1, 2],
    validationShare: 0.3,
    workers: 1,
    signal: stop.signal,
    callbacks: {
      onRunEnd: () => {
        if (++runs === 3) stop.abort();
      },
    },
  });
  assert.equal(stopped, true);
  assert.equal(ranking[0].index, 0);
  assert.equal(ranking[0].validationLosses.length, 2);
  assert.ok(ranking.length < 3);
});

Deno.test("tune() refuses options that make no sense, before anything runs", async () => {
  const some = candidates(0.01);
  const refused: [Recipe[], Partial<TuneOptions>, RegExp][] = [
    [[], {}, /number of candidates as it must be a whole number of at least 1/],
    [some, { seeds: [] }, /number of seeds .*: current value is 0$/],
    [some, { seeds: [1, 1] }, /no seed twice/],
    [some, { validationShare: 0 }, /validationShare as it must be above 0/],
    [some, { seed: 1 } as object, /unknown option of tune/],
  ];
  for (const [recipes, options, message] of refused) {
    await assert.rejects(tune(recipes, { train, ...options }), message);
  }
});
