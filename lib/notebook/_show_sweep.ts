import type { SweepCallbacks } from "../evaluation/sweep_events.ts";
import { runNames } from "./_run_names.ts";
import type { Screen } from "./_screen.ts";
import { stopButton } from "./_stop_button.ts";
import { SweepView } from "./_sweep_view.ts";
import type { LiveSweepOptions } from "./live_sweep_options.ts";

/** Where {@linkcode showSweep} shows, and by which clock. */
export interface ShowSweepOptions {
  /** Opens a screen, one a sweep. */
  readonly open: () => Screen;
  /** In milliseconds. @default {performance.now} */
  readonly now?: () => number;
}

/**
 * Seconds between two views, at least: all cores train, and a chart of ten runs
 * takes a tenth of a second of one.
 */
const interval = 1;

/** {@linkcode liveSweep} on screens of the caller's choice. */
export function showSweep(
  { name, ...chart }: LiveSweepOptions,
  { open, now = () => performance.now() }: ShowSweepOptions,
): SweepCallbacks {
  let screen: Screen;
  let view: SweepView;
  let began = 0;
  let next = 0;
  let pressesBefore = 0;
  const seconds = () => (now() - began) / 1000;

  async function showIfDue() {
    if (seconds() < next) return;
    next = seconds() + Math.max(interval, screen.interval);
    await screen.show(view.running(seconds()));
  }

  return {
    async onSweepBegin({ settings }) {
      screen = open();
      view = new SweepView(settings, {
        names: runNames(settings, name),
        chart,
      });
      began = now();
      next = 0;
      pressesBefore = stopButton.presses;
      await showIfDue();
    },
    onRunBegin(run) {
      view.runBegan(run);
    },
    async onEpochEnd(run, logs) {
      view.epochEnded(run, logs);
      await showIfDue();
    },
    async onRunEnd(run) {
      view.runEnded(run);
      await showIfDue();
    },
    async onRunError(failure) {
      view.runFailed(failure);
      await showIfDue();
    },
    async onSweepEnd({ stopped }) {
      const byButton = stopButton.presses > pressesBefore;
      const how = !stopped ? undefined : byButton ? "■" : "a signal";
      await screen.show(view.ended(how));
    },
  };
}
