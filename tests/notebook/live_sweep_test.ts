import assert from "node:assert/strict";
import {
  RatingMatrix,
  recipes,
  sweep,
  type SweepSettings,
} from "stacked-autoencoders";
import { liveSweep } from "stacked-autoencoders/notebook";
import type { View } from "../../lib/notebook/_screen.ts";
import { showSweep } from "../../lib/notebook/_show_sweep.ts";

const { model, fit } = recipes.stacked;
const settings: SweepSettings[] = [1, 2].map((seed) => ({
  model,
  fit: { ...fit, epochs: 4 },
  seed,
}));
const history = {
  trainLoss: [1, 1, 1, 1],
  validationLoss: [],
  seconds: 1,
  stoppedBy: "epochs",
} as const;
const run = (index: number) => ({
  index,
  settings: settings[index],
  history,
  scores: undefined,
  seconds: 1,
});

/** Listeners on a screen that remembers, with a clock that ticks when told. */
function recorded(options: Parameters<typeof liveSweep>[0] = {}, interval = 0) {
  const views: View[] = [];
  const clock = { seconds: 0 };
  const screen = { interval, show: (view: View) => void views.push(view) };
  const callbacks = showSweep(options, {
    open: () => screen,
    now: () => 1000 * clock.seconds,
  });
  return { callbacks, views, clock };
}

Deno.test("liveSweep() shows every run's losses so far, how much is done and what is left", async () => {
  const { callbacks, views, clock } = recorded({
    name: ({ seed }) => `seed ${seed}`,
  });
  await callbacks.onSweepBegin?.({ settings, workers: 2 });
  for (const trainLoss of [1.2, 1.1]) {
    clock.seconds += 3;
    await callbacks.onEpochEnd?.(1, { epoch: 0, trainLoss, seconds: 1 });
  }
  await callbacks.onRunEnd?.(run(1));
  // Two of eight epochs took 6 seconds: six are left, three seconds each.
  assert.deepEqual(views.map(({ text }) => text), [
    "0 of 2 runs",
    "0 of 2 runs · 3.0 s gone · about 21.0 s left",
    "0 of 2 runs · 6.0 s gone · about 18.0 s left",
    "1 of 2 runs · 6.0 s gone · about 18.0 s left",
  ]);
  const html = views[2].html();
  assert.match(html, /<progress [^>]*max="8" value="2"/);
  assert.match(html, /seed 1: no epoch yet\. seed 2: 1\.200 after epoch 1/);
  assert.match(html, /against epoch, 1 to 4\./);
  assert.match(views[1].html(), /seed 2: 1\.200 after epoch 1\./, "as it was");
});

Deno.test("liveSweep() shows at most so often, and always the end, with what failed", async () => {
  const { callbacks, views, clock } = recorded({}, 5);
  await callbacks.onSweepBegin?.({ settings, workers: 1 });
  for (let epoch = 0; epoch < 4; epoch++) {
    clock.seconds += 2;
    await callbacks.onEpochEnd?.(0, { epoch, trainLoss: 1, seconds: 1 });
  }
  assert.equal(views.length, 2);
  await callbacks.onSweepEnd?.({
    runs: [run(0)],
    failures: [{ index: 1, settings: settings[1], message: "no <memory>" }],
    stopped: false,
  });
  const last = views.at(-1)!;
  assert.equal(last.text, "1 run in 8.0 s · run 2 failed: no <memory>");
  assert.match(
    last.html(),
    /^<div><p [^>]*>.*no &lt;memory&gt;<\/p><img [^>]*><\/div>$/,
  );
  await callbacks.onSweepEnd?.({ runs: [], failures: [], stopped: true });
  assert.equal(views.at(-1)!.text, "stopped after 0 runs in 8.0 s");
});

Deno.test("liveSweep() refuses names that are not unique, and options that make no sense", async () => {
  const { callbacks } = recorded({ name: () => "same" });
  await assert.rejects(
    async () => await callbacks.onSweepBegin?.({ settings, workers: 1 }),
    {
      name: "RangeError",
      message:
        "Cannot show a sweep as each run must have a name of its own: current name of two is same",
    },
  );
  assert.throws(() => liveSweep({ titel: "x" } as object), {
    name: "TypeError",
    message: /unknown option of liveSweep.*current value is titel/,
  });
  assert.throws(() => liveSweep({ name: "x" as unknown as () => string }), {
    name: "TypeError",
    message: /name as it must be a function/,
  });
  assert.throws(() => liveSweep({ from: 0 }), /from as it must be/);
});

Deno.test("liveSweep() listens to a real sweep", async () => {
  const train = RatingMatrix.from(
    { user: [0, 0, 1], movie: [0, 1, 1], stars: [5, 3, 4] },
    { users: 2, movies: 2 },
  );
  const { callbacks, views } = recorded();
  await sweep(settings, { train, workers: 1, callbacks });
  assert.match(views.at(-1)!.text, /^2 runs in /);
  assert.equal(views.length, 1 + 8 + 2 + 1);
});
