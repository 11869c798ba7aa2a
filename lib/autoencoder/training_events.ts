/** What one epoch came to. */
export interface EpochLogs {
  /**
   * Mean over users of the RMSE on their training ratings, in stars, each
   * batch measured before its own update. Of a model for implicit feedback:
   * mean over users of −ln π, averaged over the movies that they rated, in nats
   * (ln of the number of movies for one that knows nothing).
   */
  readonly trainLoss: number;
  /** The same on the validation ratings after the epoch; absent without them. */
  readonly validationLoss?: number;
  /** Seconds since training of the whole network began. */
  readonly seconds: number;
}

/** What is known when training begins. */
export interface TrainLogs {
  /** Epochs asked for. */
  readonly epochs: number;
  /** Batches in each epoch. */
  readonly batches: number;
}

/** What one batch came to. */
export interface BatchLogs extends TrainLogs {
  /** The running epoch, from 0. */
  readonly epoch: number;
  /** Seconds since training of the whole network began. */
  readonly seconds: number;
}

/** What is known when pretraining begins. */
export interface PretrainLogs {
  /** Pairs of an encoder and its decoder: one after the other is trained. */
  readonly pairs: number;
  /** Epochs for each pair. */
  readonly epochs: number;
}

/** What one epoch of a pair's pretraining came to. */
export interface PretrainEpochLogs extends PretrainLogs {
  /** The pair: 1 for encoder_1 and decoder_1. */
  readonly pair: number;
  /**
   * Mean over users of the RMSE, each batch measured before its own update: for
   * pair 1 on their training ratings, in stars; for an inner pair on the codes
   * that it is to reproduce, in units of the activation (sigmoid: 0 to 1).
   */
  readonly loss: number;
  /** Seconds since pretraining began. */
  readonly seconds: number;
}

/**
 * Listeners that training calls, by tfjs's names. Epochs and batches count from
 * 0, as there. A listener may return a promise: training waits for it.
 */
export interface TrainingCallbacks {
  /** Called once, before pretraining; only with `pretrain`. */
  onPretrainBegin?(logs: PretrainLogs): void | Promise<void>;
  /** Called after each epoch of each pair; only with `pretrain`. */
  onPretrainEpochEnd?(
    epoch: number,
    logs: PretrainEpochLogs,
  ): void | Promise<void>;
  /** Called once, before the first step of the whole network. */
  onTrainBegin?(logs: TrainLogs): void | Promise<void>;
  /** Called after each batch. */
  onBatchEnd?(batch: number, logs: BatchLogs): void | Promise<void>;
  /** Called after each epoch. */
  onEpochEnd?(epoch: number, logs: EpochLogs): void | Promise<void>;
  /** Called once at the end, however training ended, unless by an error. */
  onTrainEnd?(history: TrainingHistory): void | Promise<void>;
}

/** Why training ended: all epochs done, early stopping, or the signal (■). */
export type StopReason = "epochs" | "early stopping" | "signal";

/** What a training run leaves behind: one entry an epoch. */
export interface TrainingHistory {
  /** See {@linkcode EpochLogs.trainLoss}; in stars or nats. */
  readonly trainLoss: readonly number[];
  /** See {@linkcode EpochLogs.validationLoss}; in the same; empty without validation. */
  readonly validationLoss: readonly number[];
  /**
   * The losses of pretraining, one list a pair with one entry an epoch: see
   * {@linkcode PretrainEpochLogs.loss}. Absent without `pretrain`.
   */
  readonly pretrainLoss?: readonly (readonly number[])[];
  /** Seconds from the first step to the end of training, pretraining included. */
  readonly seconds: number;
  /** Why training ended. */
  readonly stoppedBy: StopReason;
  /** The epoch (from 0) whose weights the model holds, where early stopping chose it. */
  readonly bestEpoch?: number;
}
