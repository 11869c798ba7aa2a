import assert from "node:assert/strict";
import fc from "fast-check";
import { drawCandidates, Random, recipes } from "stacked-autoencoders/core";

const { stacked } = recipes;
const space = {
  model: { activation: ["sigmoid", "tanh"] },
  fit: {
    weightDecay: [0, 1e-4, 1e-3],
    pretrain: [undefined, { epochs: 5 }],
  },
} as const;
const draw = (count: number, seed = 1) =>
  drawCandidates(stacked, { space, count, random: new Random(seed) });

Deno.test("drawCandidates() draws distinct recipes from the space, and leaves the rest alone", () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 0, max: 999 }),
    (count, seed) => {
      const drawn = draw(count, seed);
      assert.equal(drawn.length, Math.min(count, 12));
      assert.equal(
        new Set(drawn.map((one) => JSON.stringify(one))).size,
        drawn.length,
      );
      for (const { model, fit, ...rest } of drawn) {
        const { activation, ...shape } = model;
        const { weightDecay, pretrain, ...training } = fit;
        assert.ok(["sigmoid", "tanh"].includes(activation!));
        assert.ok([0, 1e-4, 1e-3].includes(weightDecay!));
        assert.ok(pretrain === undefined || pretrain.epochs === 5);
        const { activation: _, ...baseShape } = stacked.model;
        const { weightDecay: __, ...baseTraining } = {
          ...stacked.fit,
          pretrain: 0,
        };
        const { pretrain: ___, ...base } = baseTraining;
        assert.deepEqual(
          [shape, training, rest],
          [baseShape, base, { name: "stacked", split: {}, clip: true }],
        );
      }
    },
  ));
});

Deno.test("drawCandidates() gives the whole grid where the count covers it", () => {
  const seen = draw(12).map(({ model, fit }) =>
    `${model.activation} ${fit.weightDecay} ${"pretrain" in fit}`
  );
  const grid = ["sigmoid", "tanh"].flatMap((activation) =>
    ["0", "0.0001", "0.001"].flatMap((decay) =>
      [true, false].map((pretrain) => `${activation} ${decay} ${pretrain}`)
    )
  );
  assert.deepEqual(seen.sort(), grid.sort());
});

Deno.test("drawCandidates() gives the same recipes for a seed, others for another", () => {
  assert.deepEqual(draw(4), draw(4));
  assert.notDeepEqual(draw(4), draw(4, 2));
});

Deno.test("drawCandidates() refuses an option without a value, and an unknown part", () => {
  const random = new Random(1);
  assert.throws(
    () =>
      drawCandidates(stacked, {
        space: { fit: { epochs: [] } },
        count: 1,
        random,
      }),
    /number of values of epochs as it must be .*: current value is 0$/,
  );
  const space = { fitt: {} } as object;
  assert.throws(
    () => drawCandidates(stacked, { space, count: 1, random }),
    /unknown part of a space, as it must be one of model, fit: .* fitt$/,
  );
  assert.throws(() => draw(0), /count as it must be a whole number/);
});
