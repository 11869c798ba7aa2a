import type { SweepCallbacks } from "../evaluation/sweep_events.ts";
import type { Screen } from "./_screen.ts";
import { SweepView } from "./_sweep_view.ts";
import type { LiveSweepOptions } from "./live_sweep_options.ts";

/** {@linkcode liveSweep} on screens of the caller's choice, one a sweep. */
export function showSweep(
  options: LiveSweepOptions,
  { open, now = () => performance.now() }: {
    readonly open: () => Screen;
    readonly now?: () => number;
  },
): SweepCallbacks {
  let screen: Screen;
  let view: SweepView;
  let began = 0;
  let next = 0;
  const seconds = () => (now() - began) / 1000;

  async function showIfDue() {
    if (seconds() < next) return;
    next = seconds() + screen.interval;
    await screen.show(view.running(seconds()));
  }

  return {
    async onSweepBegin({ settings }) {
      view = new SweepView(settings, options);
      screen = open();
      began = now();
      next = 0;
      await showIfDue();
    },
    async onEpochEnd(run, { trainLoss }) {
      view.epochEnded(run, trainLoss);
      await showIfDue();
    },
    async onRunEnd() {
      view.runEnded();
      await showIfDue();
    },
    async onSweepEnd(outcome) {
      await screen.show(view.ended(outcome, seconds()));
    },
  };
}
