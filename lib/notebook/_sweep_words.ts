import { duration } from "./_training_words.ts";

/** One run of a sweep, as far as it is known. */
export interface RunState {
  readonly name: string;
  /** Epochs asked for. */
  readonly epochs: number;
  state: "waiting" | "training" | "done" | "failed";
  readonly trainLoss: number[];
  readonly validationLoss: number[];
  /** Mean over users of the RMSE on the test ratings, in stars. */
  testLoss?: number;
  /** Why it failed. */
  message?: string;
}

/** A running sweep in a line of text. */
export function sweepProgressText(
  runs: readonly RunState[],
  seconds: number,
): string {
  const done = sweepShare(runs);
  const parts = [`${ended(runs)} of ${runs.length} runs`];
  if (done > 0) {
    const left = seconds / done * (1 - done);
    parts.push(`${duration(seconds)} gone`, `about ${duration(left)} left`);
  }
  const failed = runs.filter(({ state }) => state === "failed").length;
  if (failed > 0) parts.push(`${failed} failed`);
  return [...parts, ...lowestText(runs)].join(" · ");
}

/** How a sweep ended, in a line of text: the same after every run of it. */
export function sweepEndText(
  runs: readonly RunState[],
  stoppedBy: string | undefined,
): string {
  const all = runs.length === 1 ? "1 run" : `${runs.length} runs`;
  const how = stoppedBy === undefined
    ? all
    : `stopped by ${stoppedBy}: ${ended(runs)} of ${all}`;
  const failures = runs.flatMap(({ name, state, message }) =>
    state === "failed" ? [`${name} failed: ${message}`] : []
  );
  return [how, ...lowestText(runs), ...failures].join(" · ");
}

/** The share of all epochs that is done, 0 to 1; nothing waits for a failed run. */
export function sweepShare(runs: readonly RunState[]): number {
  let [done, all] = [0, 0];
  for (const { state, epochs, trainLoss } of runs) {
    const finished = state === "done" || state === "failed";
    all += epochs;
    done += finished ? epochs : trainLoss.length;
  }
  return done / all;
}

function ended(runs: readonly RunState[]): number {
  return runs.filter(({ state }) => state === "done" || state === "failed")
    .length;
}

/** The validation loss of a run's best epoch, in stars, where there is one. */
export function lowestValidation(
  { validationLoss }: Pick<RunState, "validationLoss">,
): number | undefined {
  return validationLoss.length === 0 ? undefined : Math.min(...validationLoss);
}

/** The best finished run, by the best that is known of all: test, validation, training. */
function lowestText(runs: readonly RunState[]): string[] {
  const done = runs.filter(({ state }) => state === "done");
  const by = (kind: string, loss: (run: RunState) => number | undefined) => {
    const known = done.flatMap((run) => {
      const value = loss(run);
      return value === undefined ? [] : [{ name: run.name, value }];
    });
    if (known.length === 0) return undefined;
    const { name, value } = known.reduce((a, b) => b.value < a.value ? b : a);
    return `lowest ${kind} loss ${value.toFixed(3)}: ${name}`;
  };
  const text = by("test", ({ testLoss }) => testLoss) ??
    by("validation", lowestValidation) ??
    by("training", ({ trainLoss }) => trainLoss.at(-1));
  return text === undefined ? [] : [text];
}
