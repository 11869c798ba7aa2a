import type { StackedAutoencoderOptions } from "./model_options.ts";

/** What a saved model carries beside its layers, in `userDefinedMetadata`. */
export interface ModelMetadata {
  /** What it is. */
  readonly kind: "stacked-autoencoder";
  /** Version of this format. */
  readonly version: 1;
  /** The constructor's options, but for the seed. */
  readonly options: StackedAutoencoderOptions;
  /** Mean of the training ratings, in stars: the prior of every user's mean. */
  readonly meanStars: number;
  /** The data that it was trained on. */
  readonly data?: {
    /** For example "ml-100k". */
    readonly name: string;
    /** For example "u1". */
    readonly split: string;
    /** SHA-256 of the ratings' file. */
    readonly fingerprint: string;
  };
}

/** Reads the metadata of a saved model, or says why it is not one of ours. */
export function readMetadata(metadata: unknown): ModelMetadata {
  const { kind, version, meanStars } = (metadata ?? {}) as Partial<
    ModelMetadata
  >;
  if (
    kind !== "stacked-autoencoder" || version !== 1 ||
    !Number.isFinite(meanStars)
  ) {
    throw new Error(
      `Cannot load this model as it must have been saved by StackedAutoencoder, version 1: ` +
        `current kind, version and meanStars are ${kind}, ${version} and ${meanStars}`,
    );
  }
  return metadata as ModelMetadata;
}
