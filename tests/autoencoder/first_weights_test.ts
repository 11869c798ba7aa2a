import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import * as tf from "@tensorflow/tfjs";
import { StackedAutoencoder } from "stacked-autoencoders";

/** A layer's weights, turned to PyTorch's [units, inputs], and its biases. */
function asInPyTorch(model: StackedAutoencoder): Float32Array[] {
  return model.network.layers.flatMap((layer) =>
    tf.tidy(() => {
      const [weights, bias] = layer.getWeights();
      return [tf.transpose(weights), bias].map((tensor) =>
        tensor.dataSync<"float32">().slice()
      );
    })
  );
}

Deno.test("firstWeights is own, and both ways keep within ±1/√inputs", () => {
  const shape = { visibleUnits: 6, hiddenUnits: [3], seed: 7 };
  using byDefault = new StackedAutoencoder(shape);
  using own = new StackedAutoencoder({ ...shape, firstWeights: "own" });
  using torch = new StackedAutoencoder({ ...shape, firstWeights: "pytorch" });
  const bounds = [6, 6, 3, 3].map((inputs) => 1 / Math.sqrt(inputs));
  assert.deepEqual(asInPyTorch(byDefault), asInPyTorch(own));
  assert.notDeepEqual(asInPyTorch(own), asInPyTorch(torch));
  for (const weights of [asInPyTorch(own), asInPyTorch(torch)]) {
    weights.forEach((layer, at) =>
      assert.ok(layer.every((w) => Math.abs(w) <= Math.fround(bounds[at])))
    );
  }
});

Deno.test('firstWeights: "pytorch" gives the bits of nn.Linear after torch.manual_seed()', () => {
  // PyTorch 2.2.2: torch.manual_seed(7)
  // for l in [nn.Linear(6, 3), nn.Linear(3, 6)]: l.weight.tolist(), l.bias.tolist()
  using small = new StackedAutoencoder({
    visibleUnits: 6,
    hiddenUnits: [3],
    seed: 7,
    firstWeights: "pytorch",
  });
  const [weights, bias, , lastBias] = asInPyTorch(small);
  assert.deepEqual([...weights.subarray(0, 3)], [
    0.028514135628938675,
    -0.245926171541214,
    0.12999580800533295,
  ]);
  assert.deepEqual([...bias], [
    0.3836877644062042,
    -0.32024097442626953,
    0.3126182556152344,
  ]);
  assert.equal(lastBias[5], 0.5283195376396179);
});

Deno.test('firstWeights: "pytorch" gives all 69 412 numbers of the deck\'s network', () => {
  // The SHA-256 of torch.manual_seed(1) and Linear(1682, 20), Linear(20, 10),
  // Linear(10, 20), Linear(20, 1682), weight and bias of each; PyTorch 2.2.2.
  using model = new StackedAutoencoder({
    visibleUnits: 1682,
    seed: 1,
    firstWeights: "pytorch",
  });
  const numbers = asInPyTorch(model);
  assert.equal(numbers.reduce((sum, { length }) => sum + length, 0), 69_412);
  const hash = createHash("sha256");
  for (const layer of numbers) hash.update(new Uint8Array(layer.buffer));
  assert.equal(
    hash.digest("hex"),
    "3df4849df29c004059acea8901becc74ad9e6e82d303d27fd706c1f4e4a90965",
  );
});

Deno.test("firstWeights refuses what it does not know", () => {
  assert.throws(
    () =>
      new StackedAutoencoder({
        visibleUnits: 6,
        // @ts-expect-error: no such generator
        firstWeights: "keras",
      }),
    { name: "RangeError", message: /firstWeights.*own.*pytorch.*keras/s },
  );
});
