import type {
  EpochLogs,
  PretrainEpochLogs,
  TrainingHistory,
} from "../autoencoder/training_events.ts";

/** Where a running training stands. */
export interface TrainingState {
  /** Epochs asked for. */
  readonly epochs: number;
  /** Epochs done, the running one in part. */
  readonly done: number;
  /** Seconds since training began. */
  readonly seconds: number;
  /** The losses of the last whole epoch; none before. */
  readonly losses?: Pick<EpochLogs, "trainLoss" | "validationLoss">;
}

/** A running training in a line of text. */
export function progressText(state: TrainingState): string {
  const { epochs, done, seconds, losses } = state;
  const parts = [
    `epoch ${Math.min(epochs, Math.floor(done) + 1)} of ${epochs}`,
  ];
  if (done > 0) {
    const left = seconds / done * (epochs - done);
    parts.push(`${duration(seconds)} gone`, `about ${duration(left)} left`);
  }
  if (losses !== undefined) parts.push(lossText(losses));
  return parts.join(" · ");
}

/** Running pretraining in a line of text. */
export function pretrainText(
  epochsDone: number,
  { pair, pairs, epochs, loss }: Omit<PretrainEpochLogs, "seconds">,
): string {
  return `pretraining pair ${pair} of ${pairs}: encoder ${pair} and decoder ${pair} · ` +
    `epoch ${epochsDone} of ${epochs} · loss ${loss.toFixed(3)}`;
}

/**
 * How a training ended, in a line of text. It stays in the notebook, so it says
 * nothing that another run would say differently, such as how long it took.
 */
export function endText(
  history: TrainingHistory,
  { byButton }: { readonly byButton: boolean },
): string {
  const { trainLoss, validationLoss, stoppedBy, bestEpoch } = history;
  const count = trainLoss.length === 1
    ? "1 epoch"
    : `${trainLoss.length} epochs`;
  const how = {
    "epochs": count,
    "early stopping": `early stopping after ${count}`,
    "signal": `stopped by ${byButton ? "■" : "a signal"} after ${count}`,
  }[stoppedBy];
  const earlier = bestEpoch !== undefined && bestEpoch + 1 < trainLoss.length;
  const parts = [
    earlier
      ? `${how}: the model holds its best weights, from epoch ${bestEpoch + 1}`
      : stoppedBy === "signal"
      ? `${how}: the model holds what it has learnt so far`
      : how,
  ];
  if (trainLoss.length > 0) {
    parts.push(lossText({
      trainLoss: trainLoss.at(-1)!,
      validationLoss: validationLoss.at(-1),
    }));
  }
  return parts.join(" · ");
}

/** Seconds as a person says them: 0.4 s, 12.1 s, 1 min 23 s, 2 h 5 min. */
export function duration(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function lossText(
  { trainLoss, validationLoss }: NonNullable<TrainingState["losses"]>,
): string {
  const training = `training loss ${trainLoss.toFixed(3)}`;
  return validationLoss === undefined
    ? training
    : `${training}, validation loss ${validationLoss.toFixed(3)}`;
}
