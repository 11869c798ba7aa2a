// The digits are PyTorch's own (2.2.2, x86, CPU), from the calls beside them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { TorchRandom } from "stacked-autoencoders/core";

const cases = [{
  call: "torch.manual_seed(1); torch.empty(4).uniform_(-0.5, 0.5)",
  seed: 1,
  bounds: [-0.5, 0.5],
  draws: [
    ...[0.2576315999031067, -0.22068911790847778],
    ...[-0.09693074226379395, 0.23468446731567383],
  ],
}, {
  call: "torch.manual_seed(0); torch.empty(3).uniform_(-3, 7)",
  seed: 0,
  bounds: [-3, 7],
  draws: [1.9625658988952637, 4.682218074798584, -2.1152257919311523],
}, {
  call: "torch.manual_seed(4294967295); torch.empty(3).uniform_()",
  seed: 4294967295,
  bounds: [],
  draws: [0.9937993884086609, 0.5713063478469849, 0.5700080394744873],
}];

for (const { call, seed, bounds, draws } of cases) {
  Deno.test(`TorchRandom.uniform() gives to the last bit what ${call} gives`, () => {
    const random = new TorchRandom(seed);
    assert.deepEqual(draws.map(() => random.uniform(...bounds)), draws);
  });
}

Deno.test("TorchRandom.uniform() keeps to PyTorch's bits for a million draws", () => {
  // torch.manual_seed(1); t = torch.empty(1000000).uniform_(-0.1, 0.3)
  // hashlib.sha256(t.numpy().tobytes()).hexdigest()
  const random = new TorchRandom(1);
  const draws = Float32Array.from(
    { length: 1_000_000 },
    () => random.uniform(-0.1, 0.3),
  );
  assert.equal(
    createHash("sha256").update(new Uint8Array(draws.buffer)).digest("hex"),
    "7dfd30d40ee6875fe7dd19573b255091ee13acd8e8f91f60c45b259ce92a4675",
  );
});

Deno.test("TorchRandom refuses a seed that it could not tell from another", () => {
  for (const seed of [-1, 1.5, NaN, 2 ** 32]) {
    assert.throws(() => new TorchRandom(seed), {
      name: "RangeError",
      message:
        `Cannot seed the random numbers as a seed must be a whole number from 0 to 4294967295: current value is ${seed}`,
    });
  }
});
