import assert from "node:assert/strict";
import {
  duration,
  endText,
  progressText,
} from "../../lib/notebook/_training_words.ts";
import type { TrainingHistory } from "stacked-autoencoders";

const history: TrainingHistory = {
  trainLoss: [1.05, 0.97, 0.93],
  validationLoss: [],
  seconds: 12.06,
  stoppedBy: "epochs",
};

Deno.test("duration() changes its units when seconds become many", () => {
  assert.equal(duration(0.04), "0.0 s");
  assert.equal(duration(12.06), "12.1 s");
  assert.equal(duration(59.94), "59.9 s");
  assert.equal(duration(59.96), "1 min 0 s");
  assert.equal(duration(83.4), "1 min 23 s");
  assert.equal(duration(3599.6), "1 h 0 min");
  assert.equal(duration(7500), "2 h 5 min");
});

Deno.test("progressText() knows no time left when nothing is done", () => {
  const state = { epochs: 40, done: 0, seconds: 0 };
  assert.equal(progressText(state), "epoch 1 of 40");
});

Deno.test("progressText() takes the time left from the time gone", () => {
  const state = {
    epochs: 40,
    done: 10.5,
    seconds: 21,
    losses: { trainLoss: 0.9312, validationLoss: 0.94 },
  };
  assert.equal(
    progressText(state),
    "epoch 11 of 40 · 21.0 s gone · about 59.0 s left · " +
      "training loss 0.931, validation loss 0.940",
  );
});

Deno.test("progressText() stays at the last epoch when all are done", () => {
  const state = { epochs: 3, done: 3, seconds: 1 };
  assert.equal(
    progressText(state),
    "epoch 3 of 3 · 1.0 s gone · about 0.0 s left",
  );
});

Deno.test("endText() counts the epochs, and not the seconds, when training ran to its end", () => {
  assert.equal(
    endText(history, { byButton: false }),
    "3 epochs · training loss 0.930",
  );
});

Deno.test("endText() says what the model holds when ■ or a signal stopped it", () => {
  const stopped = { ...history, stoppedBy: "signal" } as const;
  assert.equal(
    endText(stopped, { byButton: true }),
    "stopped by ■ after 3 epochs: the model holds what it has learnt so far · training loss 0.930",
  );
  assert.equal(
    endText({ ...stopped, trainLoss: [] }, { byButton: false }),
    "stopped by a signal after 0 epochs: the model holds what it has learnt so far",
  );
});

Deno.test("endText() names the epoch whose weights the model holds when an earlier one was best", () => {
  const early = {
    ...history,
    validationLoss: [0.99, 0.98, 1.01],
    stoppedBy: "early stopping",
    bestEpoch: 1,
  } as const;
  assert.equal(
    endText(early, { byButton: false }),
    "early stopping after 3 epochs: the model holds its best weights, from epoch 2 · " +
      "training loss 0.930, validation loss 1.010",
  );
  const lastIsBest = { ...early, stoppedBy: "epochs", bestEpoch: 2 } as const;
  assert.match(
    endText(lastIsBest, { byButton: false }),
    /^3 epochs · /,
  );
});

Deno.test("endText() counts one epoch in the singular", () => {
  const one = { ...history, trainLoss: [1] };
  assert.match(endText(one, { byButton: false }), /^1 epoch · /);
});
