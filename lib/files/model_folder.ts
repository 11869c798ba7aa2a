import * as tf from "@tensorflow/tfjs";
import { makeDraft, requirePath } from "./_make_draft.ts";
import { isWeightsFile, requireReplaceable } from "./_require_replaceable.ts";

const weightsFile = "weights.bin";

/**
 * Saves a tfjs model to a folder, and loads it from there, in tfjs's standard
 * format: `model.json` and its weights, `weights.bin`. Either the whole model is
 * written or nothing, whenever the program is killed: a new folder is made
 * beside its place and renamed; over an earlier model the new weights get a name
 * of their own, and one renaming of `model.json` takes the model from old to new.
 *
 * @param path The folder. Saving makes it; an earlier model there is replaced.
 * @throws {Error} On saving, if the folder holds something other than a model;
 * on loading, if it holds no model.
 *
 * @example
 * ```ts
 * import { modelFolder, RatingMatrix, StackedAutoencoder } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1], movie: [0, 1, 0], stars: [5, 3, 1] },
 *   { users: 2, movies: 2 },
 * );
 * using model = new StackedAutoencoder({ visibleUnits: 2, hiddenUnits: [1] });
 * await model.fit(train, { epochs: 1 });
 *
 * const place = Deno.makeTempDirSync();
 * const folder = modelFolder(`${place}/my-model`);
 * await model.save(folder);
 * using same = await StackedAutoencoder.load(folder);
 * Deno.removeSync(place, { recursive: true });
 * if (same.predict(train).join() !== model.predict(train).join()) throw new Error("another model");
 * ```
 */
export function modelFolder(path: string): tf.io.IOHandler {
  requirePath(path);
  return {
    save: (artifacts) => save(path, artifacts),
    load: () => load(path),
  };
}

async function save(
  path: string,
  artifacts: tf.io.ModelArtifacts,
): Promise<tf.io.SaveResult> {
  await requireReplaceable(path);
  const weights = new Uint8Array(
    tf.io.CompositeArrayBuffer.join(artifacts.weightData),
  );
  const { weightSpecs = [], weightData: _, ...rest } = artifacts;
  const draft = await makeDraft(path);
  const earlier = await namesIn(path);
  const name = earlier.includes("model.json")
    ? `weights-${crypto.randomUUID()}.bin`
    : weightsFile;
  const json: tf.io.ModelJSON = {
    ...rest,
    modelTopology: rest.modelTopology as tf.io.ModelJSON["modelTopology"],
    weightsManifest: [{ paths: [name], weights: weightSpecs }],
  };
  try {
    await Deno.writeTextFile(`${draft}/model.json`, JSON.stringify(json));
    await Deno.writeFile(`${draft}/${name}`, weights);
    if (name === weightsFile) {
      await Deno.chmod(draft, 0o755);
      await removeEmpty(path);
      await Deno.rename(draft, path);
    } else {
      await Deno.rename(`${draft}/${name}`, `${path}/${name}`);
      await Deno.rename(`${draft}/model.json`, `${path}/model.json`);
      for (const old of earlier.filter(isWeightsFile)) {
        await removeIfThere(`${path}/${old}`);
      }
    }
  } finally {
    await removeIfThere(draft);
  }
  return {
    modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts),
  };
}

async function load(path: string): Promise<tf.io.ModelArtifacts> {
  const read = async (name: string) => {
    try {
      return await Deno.readFile(`${path}/${name}`);
    } catch (cause) {
      throw new Error(
        `Cannot load a model as the folder must hold model.json and its weights: ` +
          `there is no readable ${name} in ${path}`,
        { cause },
      );
    }
  };
  const json = parseModel(
    new TextDecoder().decode(await read("model.json")),
    `${path}/model.json`,
  );
  const name = json.weightsManifest[0]?.paths?.[0];
  if (!isWeightsFile(name) || json.weightsManifest.length > 1) {
    throw new Error(
      `Cannot load a model as ${path}/model.json must name one file of weights beside it, such as ${weightsFile}: current value is ${name}`,
    );
  }
  const weights = await read(name);
  const numbers = json.weightsManifest.flatMap((group) => group.weights)
    .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  if (weights.length !== 4 * numbers) {
    throw new Error(
      `Cannot load a model as ${path}/${name} must have ${
        4 * numbers
      } bytes: current size is ${weights.length}`,
    );
  }
  return await tf.io.getModelArtifactsForJSON(
    json,
    (manifest) =>
      Promise.resolve([
        manifest.flatMap((group) => group.weights),
        weights.buffer,
      ]),
  );
}

function parseModel(text: string, file: string): tf.io.ModelJSON {
  let json: Partial<tf.io.ModelJSON>;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`Cannot load a model as ${file} must be JSON`, {
      cause,
    });
  }
  if (!json?.modelTopology || !Array.isArray(json.weightsManifest)) {
    throw new Error(
      `Cannot load a model as ${file} must hold a tfjs layers model, with modelTopology and weightsManifest`,
    );
  }
  return json as tf.io.ModelJSON;
}

/** What stands in a folder; nothing where there is none. */
async function namesIn(path: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(path))).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** Makes way for a new folder, unless something has come to stand in the old. */
async function removeEmpty(path: string) {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function removeIfThere(path: string) {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
