import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { RatingMatrix, StackedAutoencoder } from "stacked-autoencoders";

const root = new URL("../", import.meta.url);

/** A program as somebody else may write it: the core only, made ready by hand. */
const program = `
import {
  RatingMatrix,
  ready,
  setDefaultWorker,
  StackedAutoencoder,
  sweep,
} from "stacked-autoencoders/core";

const backend = await ready({
  wasmPath: decodeURIComponent(
    new URL(".", import.meta.resolve("@tensorflow/tfjs-backend-wasm")).pathname,
  ),
  kernels: await Deno.readFile(
    new URL(
      "./autoencoder/kernels/kernels.wasm",
      import.meta.resolve("stacked-autoencoders/core"),
    ),
  ),
});
const train = RatingMatrix.from(JSON.parse(Deno.args[0]), { users: 4, movies: 3 });
using model = new StackedAutoencoder({ visibleUnits: 3, hiddenUnits: [3, 2, 3] });
const { trainLoss } = await model.fit(train, { epochs: 20, batchSize: 1 });
setDefaultWorker(() =>
  new Worker(import.meta.resolve("stacked-autoencoders/sweep-worker"), { type: "module" })
);
const { runs: [run] } = await sweep(
  [{ model: { hiddenUnits: [3, 2, 3] }, fit: { epochs: 20, batchSize: 1 }, seed: 1 }],
  { train },
);
console.log(JSON.stringify({
  backend,
  trainLoss,
  inWorker: run.history.trainLoss,
  stars: [...model.predict(train)],
}));
`;

const toy = {
  user: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3],
  movie: [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1],
  stars: [5, 5, 1, 5, 5, 1, 1, 1, 5, 1, 1],
};

Deno.test("a second project that imports stacked-autoencoders/core trains as this one does, to the bit", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const { imports }: { imports: Record<string, string> } = JSON.parse(
      await Deno.readTextFile(new URL("deno.json", root)),
    );
    const wasm = "@tensorflow/tfjs-backend-wasm";
    await Deno.writeTextFile(
      `${folder}/deno.json`,
      JSON.stringify({
        links: [fileURLToPath(root)],
        imports: { [wasm]: imports[wasm] },
      }),
    );
    await Deno.writeTextFile(`${folder}/main.ts`, program);
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--check", "main.ts", JSON.stringify(toy)],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    const text = new TextDecoder();
    assert.equal(code, 0, text.decode(stderr));
    const there = JSON.parse(text.decode(stdout));

    const train = RatingMatrix.from(toy, { users: 4, movies: 3 });
    using model = new StackedAutoencoder({
      visibleUnits: 3,
      hiddenUnits: [3, 2, 3],
    });
    const here = await model.fit(train, { epochs: 20, batchSize: 1 });
    assert.equal(there.backend, "wasm");
    assert.deepEqual(there.trainLoss, here.trainLoss);
    assert.deepEqual(there.inWorker, here.trainLoss);
    assert.deepEqual(there.stars, [...model.predict(train)]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
