/**
 * Training met a loss that is not a finite number, and stopped: nothing that it
 * computed afterwards would mean anything.
 *
 * @example
 * ```ts
 * import { DivergenceError, RatingMatrix, StackedAutoencoder } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from({ user: [0], movie: [0], stars: [5] }, { users: 1, movies: 1 });
 * using model = new StackedAutoencoder({ visibleUnits: 1, hiddenUnits: [1], centring: "none" });
 * try {
 *   await model.fit(train, { learningRate: 1e30 });
 *   throw new Error("it went well?");
 * } catch (error) {
 *   if (!(error instanceof DivergenceError)) throw error;
 * }
 * ```
 */
export class DivergenceError extends Error {
  /** "DivergenceError". */
  override name = "DivergenceError";

  /** Says what happened and what to try. */
  constructor(
    /** The epoch in which it happened, from 0; those of a warm start are below 0. */
    readonly epoch: number,
    { loss, learningRate }: { loss: number; learningRate: number },
  ) {
    super(
      `Cannot go on training as the loss must be a finite number: current value in ${
        epoch < 0
          ? `the warm start, epoch ${epoch} counted back from its end,`
          : `epoch ${epoch + 1}`
      } is ${loss}; try a learningRate smaller than ${learningRate}`,
    );
  }
}
