import type { TrainingCallbacks } from "../autoencoder/training_events.ts";
import type { LiveTrainingOptions } from "./live_training_options.ts";
import { pretrainingView } from "./_pretraining_view.ts";
import type { Screen } from "./_screen.ts";
import { stopButton } from "./_stop_button.ts";
import { TrainingView } from "./_training_view.ts";

/** {@linkcode liveTraining} on screens of the caller's choice, one a run. */
export function showTraining(
  options: LiveTrainingOptions,
  open: () => Screen,
): TrainingCallbacks {
  let screen: Screen;
  let view: TrainingView;
  let isPretraining = false;
  let next = 0;
  let pressesBefore = 0;

  async function showIfDue() {
    if (view.seconds < next) return;
    next = view.seconds + screen.interval;
    await screen.show(view.running());
  }

  function begin() {
    screen = open();
    next = 0;
    pressesBefore = stopButton.presses;
  }

  return {
    onPretrainBegin() {
      begin();
      isPretraining = true;
    },
    async onPretrainEpochEnd(epoch, logs) {
      if (logs.seconds < next) return;
      next = logs.seconds + screen.interval;
      await screen.show(pretrainingView(epoch + 1, logs));
    },
    async onTrainBegin({ epochs }) {
      // What pretraining has opened goes on in the same place.
      if (!isPretraining) begin();
      isPretraining = false;
      next = 0;
      view = new TrainingView(epochs, options);
      await showIfDue();
    },
    async onBatchEnd(batch, logs) {
      view.batchEnded(batch, logs);
      await showIfDue();
    },
    async onEpochEnd(epoch, logs) {
      view.epochEnded(epoch, logs);
      await showIfDue();
    },
    async onTrainEnd(history) {
      const byButton = stopButton.presses > pressesBefore;
      await screen.show(view.ended(history, { byButton }));
    },
  };
}
