import { readMetadata } from "../autoencoder/model_metadata.ts";
import { StackedAutoencoder } from "../autoencoder/stacked_autoencoder.ts";
import { modelFolder } from "../files/model_folder.ts";
import { loadMovieLens } from "../movielens/load_movielens.ts";
import type { MovieLensName } from "../movielens/locate_movielens.ts";
import type { MovieLens } from "../movielens/movielens.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { TaskError } from "./_task_error.ts";

/** A saved model with the data that it was trained on. */
export interface OpenedModel extends Disposable {
  readonly model: StackedAutoencoder;
  readonly movielens: MovieLens;
  /** The name of the split. */
  readonly split: string;
  /** The split's training ratings: what the model is given. */
  readonly train: RatingMatrix;
}

/**
 * Opens a saved model and reads the data that it names. A model holds no
 * ratings, and films and users are mere numbers to it: other data would make
 * nonsense of them, so they are refused.
 *
 * @throws {TaskError} If the folder holds no model (exit status 2), or the model
 * names no data, or other data than there are here.
 */
export async function openModel(
  folder: string,
  { quiet }: { readonly quiet: boolean },
): Promise<OpenedModel> {
  const model = await StackedAutoencoder.load(modelFolder(folder))
    .catch((error: Error) => {
      throw new TaskError(error.message, { cause: error, exitStatus: 2 });
    });
  const { data } = readMetadata(model.network.getUserDefinedMetadata());
  if (data === undefined) {
    throw new TaskError(
      `Cannot recommend by the model in ${folder} as it must name the data that it was trained on: ` +
        "it was saved without; give save() its { data }, or use `deno task train --save`",
    );
  }
  const movielens = await loadMovieLens(data.name as MovieLensName, {
    fallback: "none",
    quiet,
  });
  if (movielens.fingerprint !== data.fingerprint) {
    throw new TaskError(
      `Cannot recommend by the model in ${folder} as ${data.name} must be the data that it was trained on: ` +
        `their fingerprint is ${short(movielens.fingerprint)}, the model's is ${
          short(data.fingerprint)
        }`,
    );
  }
  const { train } = movielens.split(data.split);
  return {
    model,
    movielens,
    split: data.split,
    train,
    [Symbol.dispose]: () => model.dispose(),
  };
}

/** The beginning of a fingerprint, enough to tell two apart. */
function short(fingerprint: unknown): string {
  return `${String(fingerprint).slice(0, 12)}…`;
}
