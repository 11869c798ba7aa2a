import assert from "node:assert/strict";
import {
  RatingMatrix,
  recipes,
  sweep,
  type SweepCallbacks,
  type SweepSettings,
} from "stacked-autoencoders";
import { liveSweep } from "stacked-autoencoders/notebook";
import { runNames } from "../../lib/notebook/_run_names.ts";
import type { Screen, View } from "../../lib/notebook/_screen.ts";
import { showSweep } from "../../lib/notebook/_show_sweep.ts";
import { stopButton } from "../../lib/notebook/_stop_button.ts";

const { model, fit } = recipes.stacked;

/** Settings of four epochs that differ in their rate. */
const settings = [0.01, 0.02, 0.03].map((learningRate) => ({
  model,
  fit: { ...fit, learningRate, epochs: 4 },
  seed: 1,
}));

/** A screen that remembers what it showed. */
function recordedScreen(interval = 0) {
  const views: View[] = [];
  const screen: Screen = {
    interval,
    show: (view) => {
      views.push(view);
    },
  };
  return { screen, views };
}

const scores = {
  rmse: 1,
  mae: 0.8,
  meanUserRmse: 0.95,
  withinOneStar: 0.7,
  withinOneStarRounded: 0.8,
};

/**
 * Plays three runs by two workers, half a second an epoch: 0 and 1 side by side,
 * then 2, which fails after two epochs.
 */
async function play(
  { open, options = {}, stopped = false }: {
    open: () => Screen;
    options?: Parameters<typeof showSweep>[0];
    stopped?: boolean;
  },
) {
  let time = 5000;
  const callbacks = showSweep(options, { open, now: () => time });
  const epoch = async (run: number, epoch: number, trainLoss: number) => {
    time += 500;
    await callbacks.onEpochEnd?.(run, { epoch, trainLoss, seconds: 9 });
  };
  const end = async (index: number, meanUserRmse: number) => {
    await callbacks.onRunEnd?.({
      index,
      settings: settings[index],
      history: {
        trainLoss: [],
        validationLoss: [],
        seconds: 1,
        stoppedBy: "epochs",
      },
      scores: { ...scores, meanUserRmse },
      seconds: 1,
    });
  };
  await callbacks.onSweepBegin?.({ settings, workers: 2 });
  await callbacks.onRunBegin?.(0, settings[0]);
  await callbacks.onRunBegin?.(1, settings[1]);
  for (let at = 0; at < 4; at++) {
    await epoch(0, at, 1 - at / 100);
    await epoch(1, at, 0.9 - at / 100);
  }
  await end(0, 0.95);
  await end(1, 0.94);
  await callbacks.onRunBegin?.(2, settings[2]);
  await epoch(2, 0, 1.2);
  await epoch(2, 1, 1.3);
  if (!stopped) {
    await callbacks.onRunError?.({
      index: 2,
      settings: settings[2],
      message: "the loss <must> be finite",
    });
  }
  await callbacks.onSweepEnd?.({ runs: [], failures: [], stopped });
}

Deno.test("liveSweep() shows at once, at most once a second, and always the end", async () => {
  const { screen, views } = recordedScreen();
  await play({ open: () => screen });
  // Ten epochs of 0.5 s: at 0, 1, … 5 s, then the end.
  assert.deepEqual(views.map(({ text }) => text), [
    "0 of 3 runs",
    // Two of twelve epochs in 1 s: five times as long is left.
    "0 of 3 runs · 1.0 s gone · about 5.0 s left",
    "0 of 3 runs · 2.0 s gone · about 4.0 s left",
    "0 of 3 runs · 3.0 s gone · about 3.0 s left",
    "0 of 3 runs · 4.0 s gone · about 2.0 s left",
    "2 of 3 runs · 5.0 s gone · about 1.0 s left · lowest test loss 0.940: learningRate 0.02",
    "3 runs · lowest test loss 0.940: learningRate 0.02 · " +
    "learningRate 0.03 failed: the loss <must> be finite",
  ]);
});

Deno.test("liveSweep() has a bar over all epochs, and a row a run", async () => {
  const { screen, views } = recordedScreen();
  await play({ open: () => screen });
  const shown = views.map((view) => view.html()); // each as things stood then
  const bars = shown.map((html) =>
    Number(/<progress [^>]*value="([^"]+)"/.exec(html)?.[1])
  );
  assert.deepEqual(bars, [0, 0.1667, 0.3333, 0.5, 0.6667, 0.8333, NaN]);
  assert.match(
    shown[1],
    /learningRate 0\.01<\/td><td[^>]*>1 of 4<\/td><td[^>]*>1\.000</,
  );
  assert.match(
    shown[1],
    /learningRate 0\.03<\/td><td[^>]*>0 of 4<\/td><td[^>]*>–</,
  );
  assert.match(shown[1], /<svg [^>]*role="img"/);
  const last = shown.at(-1)!;
  assert.match(last, />4 of 4<\/td><td[^>]*>0\.970<\/td><td[^>]*>0\.950</);
  assert.match(
    last,
    /learningRate 0\.03 failed: the loss &lt;must&gt; be finite/,
  );
  assert.match(last, /learningRate 0\.03<\/td><td[^>]*>failed</);
  // An <img> needs no trust; the losses of all runs are in its words.
  assert.match(
    last,
    /<img [^>]*learningRate 0\.02: 0\.900 after epoch 1, 0\.870 after epoch 4/,
  );
  assert.doesNotMatch(last, /<svg|<progress/);
});

Deno.test("liveSweep() says what stopped it, and how much was done", async () => {
  const { screen, views } = recordedScreen();
  await play({ open: () => screen, stopped: true });
  assert.match(
    views.at(-1)!.text,
    /^stopped by a signal: 2 of 3 runs · lowest test/,
  );
  const button = recordedScreen();
  let presses = 0;
  const screenWithPress: Screen = {
    interval: 0,
    show(view) {
      if (presses++ === 1) stopButton.press();
      button.views.push(view);
    },
  };
  await play({ open: () => screenWithPress, stopped: true });
  assert.match(button.views.at(-1)!.text, /^stopped by ■: /);
});

Deno.test("liveSweep() names the run with the lowest validation loss, not the lowest last one", async () => {
  const { screen, views } = recordedScreen();
  const callbacks = showSweep({ show: "validation" }, {
    open: () => screen,
    now: () => 0,
  });
  await callbacks.onSweepBegin?.({
    settings: settings.slice(0, 2),
    workers: 1,
  });
  for (const [run, losses] of [[0.9, 1], [0.95, 0.94]].entries()) {
    await callbacks.onRunBegin?.(run, settings[run]);
    for (const [epoch, validationLoss] of losses.entries()) {
      const logs = { epoch, trainLoss: 0.8, validationLoss, seconds: 1 };
      await callbacks.onEpochEnd?.(run, logs);
    }
    await callbacks.onRunEnd?.({
      index: run,
      settings: settings[run],
      history: {
        trainLoss: [0.8, 0.8],
        validationLoss: losses,
        seconds: 1,
        stoppedBy: "epochs",
      },
      scores: undefined,
      seconds: 1,
    });
  }
  await callbacks.onSweepEnd?.({ runs: [], failures: [], stopped: false });
  const { text, html } = views.at(-1)!;
  assert.match(text, /lowest validation loss 0\.900: learningRate 0\.01$/);
  assert.match(
    html(),
    />its lowest<.*learningRate 0\.01<.*>0\.800<.*>1\.000<.*>0\.900</s,
  );
});

Deno.test("liveSweep() draws the twelve lowest of many runs", async () => {
  const { screen, views } = recordedScreen();
  const callbacks = showSweep({}, { open: () => screen, now: () => 0 });
  const many = Array.from({ length: 20 }, (_, seed) => ({
    ...settings[0],
    seed,
  }));
  await callbacks.onSweepBegin?.({ settings: many, workers: 2 });
  for (const [run, one] of many.entries()) {
    await callbacks.onRunBegin?.(run, one);
    const trainLoss = 1 + ((run * 7) % 20) / 100;
    await callbacks.onEpochEnd?.(run, { epoch: 0, trainLoss, seconds: 1 });
    await callbacks.onRunError?.({ index: run, settings: one, message: "x" });
  }
  await callbacks.onSweepEnd?.({ runs: [], failures: [], stopped: false });
  const html = views.at(-1)!.html();
  const alt = / alt="([^"]*)"/.exec(html)![1];
  const drawn = many.map((_, seed) => seed).filter((seed) =>
    alt.includes(`seed ${seed}: `)
  );
  assert.deepEqual(
    drawn,
    many.map((_, s) => s).filter((s) => (s * 7) % 20 < 12),
  );
});

Deno.test("liveSweep() listens to a real sweep to its end", async () => {
  const train = RatingMatrix.from(
    { user: [0, 0, 1, 1], movie: [0, 1, 1, 2], stars: [5, 3, 4, 1] },
    { users: 2, movies: 3 },
  );
  const { screen, views } = recordedScreen();
  const callbacks: SweepCallbacks = showSweep(
    { name: ({ fit }) => `rate ${fit.learningRate}` },
    { open: () => screen },
  );
  const { runs } = await sweep(settings, { train, workers: 2, callbacks });
  const best =
    runs.toSorted((a, b) =>
      a.history.trainLoss.at(-1)! - b.history.trainLoss.at(-1)!
    )[0];
  assert.match(
    views.at(-1)!.text,
    new RegExp(
      `^3 runs · lowest training loss ${
        best.history.trainLoss.at(-1)!.toFixed(3)
      }: rate ${best.settings.fit.learningRate}$`,
    ),
  );
});

Deno.test("runNames() says what tells the runs apart, and no more", () => {
  assert.deepEqual(runNames(settings), [
    "learningRate 0.01",
    "learningRate 0.02",
    "learningRate 0.03",
  ]);
  const mixed: SweepSettings[] = [
    { ...recipes.stacked, seed: 1 },
    { ...recipes.stacked, model: { hiddenUnits: [5] }, seed: 2 },
  ];
  const [first, second] = runNames(mixed);
  assert.match(first, /hiddenUnits 20–10–20.*, seed 1$/);
  assert.match(second, /^hiddenUnits 5, seed 2$/);
  assert.deepEqual(runNames([settings[0], settings[0]]), ["run 1", "run 2"]);
  assert.deepEqual(
    runNames(settings, ({ fit }, run) => `${run}: ${fit.learningRate}`),
    ["0: 0.01", "1: 0.02", "2: 0.03"],
  );
});

Deno.test("liveSweep() refuses names that are not unique", async () => {
  const { screen } = recordedScreen();
  const callbacks = showSweep({ name: () => "same" }, { open: () => screen });
  await assert.rejects(
    async () => await callbacks.onSweepBegin?.({ settings, workers: 1 }),
    {
      name: "RangeError",
      message:
        "Cannot show a sweep as each run must have a name of its own: current name of two is same",
    },
  );
});

Deno.test("liveSweep() refuses options before training when they make no sense", () => {
  assert.throws(
    () => liveSweep({ names: [] } as object),
    /unknown option of liveSweep.*current value is names/,
  );
  assert.throws(
    () => liveSweep({ references: { bias: NaN } }),
    /the reference bias must be a finite number/,
  );
  assert.throws(() => liveSweep({ name: "x" as unknown as () => string }), {
    name: "TypeError",
    message: /name as it must be a function/,
  });
  assert.throws(() => liveSweep({ from: 0 }), /from as it must be/);
  assert.deepEqual(Object.keys(liveSweep()).sort(), [
    ...["onEpochEnd", "onRunBegin", "onRunEnd", "onRunError"],
    ...["onSweepBegin", "onSweepEnd"],
  ]);
});
