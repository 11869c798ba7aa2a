import {
  requireKnown,
  requireListeners,
  requireOption,
  requireSignal,
  rules,
} from "../autoencoder/_options.ts";
import { defaultSignal } from "../autoencoder/default_signal.ts";
import { readyOptions } from "../autoencoder/ready.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";
import { InTurn } from "./_in_turn.ts";
import { RemoteTrainer } from "./_remote_trainer.ts";
import { requireSettings } from "./_require_settings.ts";
import { packRatings, type StartMessage } from "./_sweep_messages.ts";
import { defaultWorker } from "./default_worker.ts";
import type {
  ScoresOn,
  SweepFailure,
  SweepOutcome,
  SweepRun,
  SweepSettings,
} from "./sweep_events.ts";
import type { SweepOptions } from "./sweep_options.ts";

const known = [
  ...["train", "test", "workers", "signal", "callbacks"],
  ...["createWorker", "startSeconds"],
];

/**
 * Trains independent runs side by side, in a `Worker` for each core: learning
 * rates, seeds, folds. A run's result is what `fit` and `evaluate` would give in
 * this thread, to the last bit, however many workers there are.
 *
 * A run that fails leaves the others alone: it comes back among `failures`, with
 * its settings. When the signal (■) ends the sweep, its workers end at once; the
 * runs that were finished come back, and `stopped` is true. A listener that
 * throws ends the sweep too, which then throws the same.
 *
 * @param settings One entry a run, such as `{ ...recipes.deck, seed: 1 }`.
 * @param options See {@linkcode SweepOptions}.
 * @returns The runs in the order of the settings, and those that failed.
 * @throws {RangeError} If settings or options make no sense; no run begins then.
 * @throws {AggregateError} If every run failed: its `errors` say why.
 *
 * @example Which learning rate?
 * ```ts
 * import { RatingMatrix, recipes, sweep } from "stacked-autoencoders";
 *
 * const train = RatingMatrix.from(
 *   { user: [0, 0, 1, 1, 2], movie: [0, 1, 1, 2, 0], stars: [5, 3, 4, 1, 5] },
 *   { users: 3, movies: 3 },
 * );
 * const { model, fit } = recipes.stacked;
 * const settings = [0.003, 0.03].map((learningRate) => ({
 *   model,
 *   fit: { ...fit, learningRate, epochs: 5 },
 *   seed: 1,
 * }));
 * const { runs } = await sweep(settings, { train, test: train, workers: 2 });
 * const [slow, fast] = runs.map(({ scores }) => scores.rmse);
 * if (!(fast < slow)) throw new Error(`${fast} is not below ${slow}`);
 * ```
 */
export async function sweep<
  Settings extends SweepSettings,
  Test extends RatingMatrix | undefined = undefined,
>(
  settings: readonly Settings[],
  options: SweepOptions<Test>,
): Promise<SweepOutcome<Settings, ScoresOn<Test>>> {
  requireKnown("option of sweep", options, known);
  const {
    train,
    test,
    workers = navigator.hardwareConcurrency,
    signal = defaultSignal(),
    callbacks = {},
    createWorker: create = defaultWorker(),
    startSeconds = 60,
  } = options;
  requireRatings("train", train);
  if (test !== undefined) requireRatings("test", test);
  requireOption("workers", workers, rules.count);
  requireOption("startSeconds", startSeconds, rules.above0);
  requireSignal(signal);
  requireListeners("callback of sweep", callbacks, [
    ...["onSweepBegin", "onRunBegin", "onEpochEnd"],
    ...["onRunEnd", "onRunError", "onSweepEnd"],
  ]);
  requireSettings(settings, { visibleUnits: train.columns });
  if (create === undefined) {
    throw new TypeError(
      "Cannot sweep as somebody must start its workers: give createWorker, or import stacked-autoencoders, which does",
    );
  }
  const start: StartMessage = {
    kind: "start",
    ready: readyOptions(),
    train: packRatings(train),
    ...test && { test: packRatings(test) },
  };

  const runs: SweepRun<Settings, ScoresOn<Test>>[] = [];
  const failures: SweepFailure<Settings>[] = [];
  const end = new AbortController();
  const listeners = new InTurn(() => end.abort());
  const queue = settings.entries(); // the workers share it
  const stop = () => end.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);

  const fail = (index: number, error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const failure = { index, settings: settings[index], message };
    failures.push(failure);
    listeners.tell(() => callbacks.onRunError?.(failure));
  };

  /** Takes runs from the queue until it is empty; returns why it ended before. */
  const work = async (): Promise<unknown> => {
    let trainer: RemoteTrainer | undefined;
    const patience = startSeconds;
    try {
      while (!end.signal.aborted) {
        const { done, value } = queue.next();
        if (done) return;
        const [index, one] = value;
        listeners.tell(() => callbacks.onRunBegin?.(index, one));
        try {
          trainer ??= await RemoteTrainer.start(start, {
            create,
            signal: end.signal,
            patience,
          });
          const trained = await trainer.train(
            one,
            (logs) => listeners.tell(() => callbacks.onEpochEnd?.(index, logs)),
          );
          const run = {
            index,
            settings: one,
            ...trained,
            scores: trained.scores as ScoresOn<Test>,
          };
          runs.push(run);
          listeners.tell(() => callbacks.onRunEnd?.(run));
        } catch (error) {
          if (end.signal.aborted) return;
          fail(index, error);
          if (trainer === undefined) return error; // the next would not start either
          if (!trainer.alive) trainer = undefined;
        }
      }
    } finally {
      trainer?.end();
    }
  };

  const count = Math.min(workers, settings.length);
  try {
    listeners.tell(() =>
      callbacks.onSweepBegin?.({ settings, workers: count })
    );
    const reasons = await Promise.all(Array.from({ length: count }, work));
    // Nobody is left to train these: no worker starts any more.
    for (const [index] of end.signal.aborted ? [] : queue) {
      fail(index, reasons.find((reason) => reason !== undefined));
    }
    const outcome = {
      runs: runs.sort((a, b) => a.index - b.index),
      failures: failures.sort((a, b) => a.index - b.index),
      stopped: runs.length + failures.length < settings.length,
    };
    listeners.tell(() => callbacks.onSweepEnd?.(outcome));
    await listeners.done();
    if (runs.length === 0 && !outcome.stopped) throw allFailed(failures);
    return outcome;
  } finally {
    signal?.removeEventListener("abort", stop);
    end.abort();
  }
}

function requireRatings(name: string, ratings: unknown) {
  if (!(ratings instanceof RatingMatrix)) {
    throw new TypeError(
      `Cannot sweep as ${name} must be a RatingMatrix: current value is ${ratings}`,
    );
  }
}

function allFailed(failures: readonly SweepFailure[]): AggregateError {
  const [{ index, message }] = failures;
  return new AggregateError(
    failures.map(({ message }) => new Error(message)),
    `Cannot sweep as at least one run must succeed: all ${failures.length} failed, settings[${index}] with: ${message}`,
  );
}
