import assert from "node:assert/strict";
import { liveTraining } from "stacked-autoencoders/notebook";
import type { TrainingHistory } from "stacked-autoencoders";
import type { Screen, View } from "../../lib/notebook/_screen.ts";
import { showTraining } from "../../lib/notebook/_show_training.ts";
import { stopButton } from "../../lib/notebook/_stop_button.ts";

/** A screen that remembers what it showed. */
function recordedScreen(interval = 0.25) {
  const views: View[] = [];
  const screen: Screen = {
    interval,
    show: (view) => {
      views.push(view);
    },
  };
  return { screen, views };
}

/** Plays a training of epochs of four batches, a tenth of a second each. */
async function play(
  callbacks: ReturnType<typeof liveTraining>,
  { epochs = 5, stoppedBy = "epochs" }: Partial<
    Pick<TrainingHistory, "stoppedBy"> & { epochs: number }
  > = {},
) {
  const trainLoss: number[] = [];
  let seconds = 0;
  await callbacks.onTrainBegin?.({ epochs, batches: 4 });
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let batch = 0; batch < 4; batch++) {
      seconds += 0.1;
      await callbacks.onBatchEnd?.(batch, {
        epoch,
        epochs,
        batches: 4,
        seconds,
      });
    }
    trainLoss.push(1 - epoch / 100);
    await callbacks.onEpochEnd?.(epoch, {
      trainLoss: trainLoss[epoch],
      seconds,
    });
  }
  await callbacks.onTrainEnd?.({
    trainLoss,
    validationLoss: [],
    seconds,
    stoppedBy,
  });
}

function barOf(html: string): number {
  return Number(/<progress [^>]*value="([^"]+)"/.exec(html)?.[1]);
}

Deno.test("liveTraining() shows at once, at most four times a second, and always the end", async () => {
  const { screen, views } = recordedScreen();
  await play(showTraining({}, () => screen));
  // 2 seconds of training: at 0, then after every third batch of 0.1 s, then the end.
  assert.equal(views.length, 1 + 6 + 1);
  assert.match(views[0].text, /^epoch 1 of 5$/);
  assert.match(views[1].text, /^epoch 1 of 5 · 0.3 s gone · about 1.7 s left$/);
  assert.equal(views.at(-1)!.text, "5 epochs · training loss 0.960");
});

Deno.test("liveTraining() moves its bar between epochs too", async () => {
  const { screen, views } = recordedScreen(0);
  await play(showTraining({}, () => screen), { epochs: 1 });
  const bars = views.map((view) => barOf(view.html()));
  assert.deepEqual(bars, [0, 0.25, 0.5, 0.75, 1, 1, NaN]);
});

Deno.test("liveTraining() draws the losses so far on an axis of all epochs, with its references", async () => {
  const { screen, views } = recordedScreen(0);
  const references = { "bias model": 0.937 };
  await play(showTraining({ references }, () => screen), { epochs: 2 });
  const html = views.at(-2)!.html();
  assert.match(html, /<svg [^>]*role="img"/);
  assert.match(html, /Training loss falls from 1\.000 to 0\.990 stars/);
  assert.match(html, /bias model: 0\.937/);
  assert.match(views[0].html(), /Training has not finished an epoch yet/);
  assert.match(views[0].html(), /against epoch, 1 to 2\./);
});

Deno.test("liveTraining() ends with an <img> that needs no trust, and without a bar", async () => {
  const { screen, views } = recordedScreen();
  await play(showTraining({}, () => screen));
  const html = views.at(-1)!.html();
  assert.match(
    html,
    /^<div><p [^>]*>5 epochs · training loss 0\.960<\/p><img [^>]*><\/div>$/,
  );
  assert.match(
    html,
    / alt="Training loss falls from 1\.000 to 0\.960 stars in 5 epochs\. Line chart/,
  );
});

Deno.test("liveTraining() says ■ only when it was pressed during the run", async () => {
  const { screen, views } = recordedScreen();
  const callbacks = showTraining({}, () => screen);
  stopButton.press();
  await play(callbacks, { stoppedBy: "signal" });
  assert.match(views.at(-1)!.text, /^stopped by a signal after 5 epochs/);
  await callbacks.onTrainBegin?.({ epochs: 5, batches: 4 });
  stopButton.press();
  await callbacks.onTrainEnd?.({
    trainLoss: [1],
    validationLoss: [],
    seconds: 1,
    stoppedBy: "signal",
  });
  assert.match(views.at(-1)!.text, /^stopped by ■ after 1 epoch:/);
});

Deno.test("liveTraining() starts afresh, on a screen of its own, when it serves a second run", async () => {
  const screens = [recordedScreen(), recordedScreen()];
  let run = 0;
  const callbacks = showTraining({}, () => screens[run++].screen);
  await play(callbacks, { epochs: 5 });
  await play(callbacks, { epochs: 2 });
  assert.equal(screens[1].views[0].text, "epoch 1 of 2");
  assert.match(screens[1].views.at(-1)!.text, /^2 epochs ·/);
});

Deno.test("liveTraining() has only listeners that fit knows, and survives being spread", async () => {
  const callbacks = liveTraining();
  assert.deepEqual(Object.keys(callbacks).sort(), [
    "onBatchEnd",
    "onEpochEnd",
    "onPretrainBegin",
    "onPretrainEpochEnd",
    "onTrainBegin",
    "onTrainEnd",
  ]);
  const { screen, views } = recordedScreen();
  await play({ ...showTraining({}, () => screen) });
  assert.match(views.at(-1)!.text, /^5 epochs/);
});

Deno.test("liveTraining() refuses options before training when they make no sense", () => {
  const misspelt = { width: 720, refrences: {} };
  assert.throws(
    () => liveTraining(misspelt),
    /TypeError: Cannot use an unknown option of liveTraining.*current value is refrences/,
  );
  assert.throws(
    () => liveTraining({ references: { bias: NaN } }),
    /the reference bias must be a finite number/,
  );
  assert.throws(
    () => liveTraining({ width: 200 }),
    /its labels need a width of at least \d+ pixels: current value is 200/,
  );
});

Deno.test("liveTraining() shows pretraining pair by pair, on the screen that training goes on with", async () => {
  const { screen, views } = recordedScreen(0);
  let opened = 0;
  const callbacks = showTraining({}, () => {
    opened++;
    return screen;
  });
  for (let run = 0; run < 2; run++) {
    await callbacks.onPretrainBegin?.({ pairs: 2, epochs: 4 });
    await callbacks.onPretrainEpochEnd?.(2, {
      ...{ pair: 2, pairs: 2, epochs: 4 },
      loss: 0.1234,
      seconds: 1,
    });
    assert.equal(
      views.at(-1)!.text,
      "pretraining pair 2 of 2: encoder 2 and decoder 2 · epoch 3 of 4 · loss 0.123",
    );
    assert.equal(barOf(views.at(-1)!.html()), 7);
    await play(callbacks, { epochs: 1 });
    assert.match(views.at(-1)!.text, /^1 epoch ·/);
  }
  await play(callbacks, { epochs: 1 });
  assert.equal(opened, 3);
});
