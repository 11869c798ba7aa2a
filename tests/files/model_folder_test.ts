import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import {
  modelFolder,
  rowMeans,
  StackedAutoencoder,
} from "stacked-autoencoders";
import { toyRatings } from "../autoencoder/_toy.ts";

const ratings = toyRatings();

/** A model after two epochs, and a folder that is gone afterwards. */
async function withModel(
  use: (model: StackedAutoencoder, folder: string) => Promise<void>,
) {
  const folder = await Deno.makeTempDir();
  try {
    using model = new StackedAutoencoder({
      visibleUnits: 6,
      hiddenUnits: [3, 2, 3],
      activation: "tanh",
    });
    await model.fit(ratings, { epochs: 2 });
    await use(model, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("modelFolder() gives back the same model, to the bit", () =>
  withModel(async (model, folder) => {
    await model.save(modelFolder(`${folder}/deep/down/model`));
    using loaded = await StackedAutoencoder.load(
      modelFolder(`${folder}/deep/down/model`),
    );
    assert.deepEqual(loaded.predict(ratings), model.predict(ratings));
  }));

Deno.test("modelFolder() writes what plain tfjs loads and runs, centring aside", () =>
  withModel(async (model, folder) => {
    await model.save(modelFolder(`${folder}/model`), {
      data: { name: "toy", split: "all", fingerprint: "none" },
    });
    const json = JSON.parse(
      await Deno.readTextFile(`${folder}/model/model.json`),
    );
    const weights = await Deno.readFile(`${folder}/model/weights.bin`);
    const plain = await tf.loadLayersModel(tf.io.fromMemory({
      ...json,
      weightSpecs: json.weightsManifest[0].weights,
      weightData: weights.buffer,
    }));
    const { options, meanStars, data } = json.userDefinedMetadata;
    assert.deepEqual(data, { name: "toy", split: "all", fingerprint: "none" });

    const centre =
      rowMeans(ratings, { prior: meanStars, shrinkage: options.shrinkage })[3];
    const row = new Float32Array(6);
    const { columns, stars } = ratings.row(3);
    columns.forEach((column, at) => row[column] = stars[at] - centre);
    const outputs = tf.tidy(() =>
      (plain.predict(tf.tensor2d(row, [1, 6])) as tf.Tensor).dataSync()
    );
    const expected = model.predict(ratings, { rows: [3] });
    outputs.forEach((output, at) =>
      assert.ok(Math.abs(output + centre - expected[at]) < 1e-5)
    );
    plain.dispose();
  }));

Deno.test("modelFolder() saves no rating", () =>
  withModel(async (model, folder) => {
    await model.save(modelFolder(`${folder}/model`));
    const files = await Array.fromAsync(Deno.readDir(`${folder}/model`));
    assert.deepEqual(files.map(({ name }) => name).sort(), [
      "model.json",
      "weights.bin",
    ]);
    const { size } = await Deno.stat(`${folder}/model/weights.bin`);
    assert.equal(size, 4 * model.network.countParams());
  }));

Deno.test("modelFolder() replaces an earlier model and leaves nothing half-made beside it", () =>
  withModel(async (model, folder) => {
    await model.save(modelFolder(`${folder}/model`));
    await model.fit(ratings, { epochs: 1 });
    await model.save(modelFolder(`${folder}/model`));
    using loaded = await StackedAutoencoder.load(
      modelFolder(`${folder}/model`),
    );
    assert.deepEqual(loaded.predict(ratings), model.predict(ratings));
    const left = await Array.fromAsync(Deno.readDir(folder));
    assert.deepEqual(left.map(({ name }) => name), ["model"]);
    const files = await Array.fromAsync(Deno.readDir(`${folder}/model`));
    assert.equal(files.length, 2);
    // Named as tfjs's format says, so that plain tfjs finds the weights.
    const json = JSON.parse(
      await Deno.readTextFile(`${folder}/model/model.json`),
    );
    const [name] = json.weightsManifest[0].paths;
    assert.ok(files.some((file) => file.name === name));
  }));

Deno.test("modelFolder() refuses to replace a folder that is not a model", () =>
  withModel(async (model, folder) => {
    await Deno.writeTextFile(`${folder}/thesis.txt`, "three years of work");
    await assert.rejects(model.save(modelFolder(folder)), {
      message: /must be new, empty or an earlier model: .* holds thesis.txt/,
    });
    assert.equal(
      await Deno.readTextFile(`${folder}/thesis.txt`),
      "three years of work",
    );
  }));

Deno.test("modelFolder() refuses to replace a folder that holds more than a model", () =>
  withModel(async (model, folder) => {
    const page = `${folder}/page`;
    await model.save(modelFolder(page));
    await Deno.writeTextFile(`${page}/index.html`, "a page of one's own");
    await assert.rejects(model.save(modelFolder(page)), {
      message: /must be new, empty or an earlier model: .* holds index.html/,
    });
    assert.ok((await Deno.stat(`${page}/index.html`)).isFile);
  }));

/** Lets so many changes of files happen, and none after: as if killed there. */
async function killedAfter(changes: number, work: () => Promise<void>) {
  const names = [
    ...["makeTempDir", "writeTextFile", "writeFile"],
    ...["chmod", "remove", "rename"],
  ] as const;
  const deno = Deno as unknown as Record<string, unknown>;
  const real = names.map((name) => [name, deno[name]] as const);
  let left = changes;
  for (const [name, change] of real) {
    deno[name] = (...args: unknown[]) => {
      if (left-- <= 0) return Promise.reject(new Error("killed"));
      return (change as (...args: unknown[]) => unknown)(...args);
    };
  }
  try {
    await work().catch((error: Error) => {
      if (!error.message.endsWith("killed")) throw error;
    });
    return left >= 0; // whether it came to its end
  } finally {
    for (const [name, change] of real) deno[name] = change;
  }
}

Deno.test("modelFolder() says where it cannot write, and why", () =>
  withModel(async (model, folder) => {
    const real = Deno.makeTempDir;
    Deno.makeTempDir = () => Promise.reject(new Error("read-only"));
    try {
      await assert.rejects(model.save(modelFolder(`${folder}/model`)), {
        message:
          `Cannot save a model to ${folder}/model as ${folder} must be a folder that can be written to: read-only`,
      });
    } finally {
      Deno.makeTempDir = real;
    }
  }));

Deno.test("modelFolder() leaves the old model or the new one, wherever saving is killed", () =>
  withModel(async (model, folder) => {
    for (let changes = 0, done = false; !done; changes++) {
      const place = modelFolder(`${folder}/model-${changes}`);
      await model.save(place);
      const old = model.predict(ratings).join();
      await model.fit(ratings, { epochs: 1 });
      done = await killedAfter(changes, () => model.save(place));
      using loaded = await StackedAutoencoder.load(place);
      const found = loaded.predict(ratings).join();
      assert.ok(
        [old, model.predict(ratings).join()].includes(found),
        `neither the old model nor the new one after ${changes} changes`,
      );
      await model.save(place); // whatever was left behind is no obstacle
      assert.ok(changes < 20);
    }
  }));

Deno.test("modelFolder() says what is missing when there is no model", async () => {
  await assert.rejects(
    StackedAutoencoder.load(modelFolder("no/such/model")),
    { message: /there is no readable model.json in no\/such\/model/ },
  );
});

Deno.test("StackedAutoencoder.load() refuses a tfjs model that is not one of ours", async () => {
  const folder = await Deno.makeTempDir();
  const foreign = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [2] })],
  });
  try {
    await foreign.save(modelFolder(`${folder}/foreign`));
    await assert.rejects(
      StackedAutoencoder.load(modelFolder(`${folder}/foreign`)),
      { message: /must have been saved by StackedAutoencoder/ },
    );
  } finally {
    foreign.dispose();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("StackedAutoencoder.save() refuses a model that has learnt nothing", async () => {
  using model = new StackedAutoencoder({ visibleUnits: 6 });
  await assert.rejects(model.save(modelFolder("unused")), {
    message: /call fit first/,
  });
});

Deno.test("modelFolder() says which file is broken, and how", () =>
  withModel(async (model, folder) => {
    const path = `${folder}/model`;
    const load = () => StackedAutoencoder.load(modelFolder(path));
    await model.save(modelFolder(path));
    await Deno.truncate(`${path}/weights.bin`, 100);
    await assert.rejects(load(), {
      message: /weights\.bin must have 248 bytes: current size is 100/,
    });
    await Deno.writeTextFile(`${path}/model.json`, "{}");
    await assert.rejects(load(), { message: /must hold a tfjs layers model/ });
    await Deno.writeTextFile(`${path}/model.json`, "{");
    await assert.rejects(load(), {
      name: "SyntaxError",
      message: /model\.json must be JSON/,
    });
    assert.throws(() => modelFolder(""), { name: "TypeError" });
    await assert.rejects(model.save(modelFolder(`${path}/model.json`)), {
      message: /model\.json is a file/,
    });
  }));

Deno.test("StackedAutoencoder.load() refuses options that are not those of the weights", () =>
  withModel(async (model, folder) => {
    const path = `${folder}/model`;
    await model.save(modelFolder(path));
    const json = JSON.parse(await Deno.readTextFile(`${path}/model.json`));
    json.userDefinedMetadata.options.hiddenUnits = [9];
    await Deno.writeTextFile(`${path}/model.json`, JSON.stringify(json));
    const { numTensors } = tf.memory();
    await assert.rejects(StackedAutoencoder.load(modelFolder(path)), {
      message: /must have the shapes that its options say, \[6,9\], \[9\], /,
    });
    assert.equal(tf.memory().numTensors, numTensors);
  }));
