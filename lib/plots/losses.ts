/** The part of a `TrainingHistory` that `lossCurve` draws. */
export interface Losses {
  /** Training loss, one entry an epoch, in stars. */
  readonly trainLoss: readonly number[];
  /** Validation loss, one entry an epoch, in stars; absent or empty without. */
  readonly validationLoss?: readonly number[];
}
