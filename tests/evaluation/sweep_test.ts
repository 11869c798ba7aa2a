import assert from "node:assert/strict";
import {
  type Recipe,
  recipes,
  setDefaultSignal,
  setDefaultWorker,
  StackedAutoencoder,
  sweep,
  type SweepCallbacks,
  type SweepSettings,
} from "stacked-autoencoders";
import { RatingMatrix } from "stacked-autoencoders/core";
import { defaultWorker } from "../../lib/evaluation/default_worker.ts";
import { toyRatings } from "../autoencoder/_toy.ts";

const train = toyRatings();
const test = RatingMatrix.from(
  { user: [0, 1, 3], movie: [0, 4, 2], stars: [5, 2, 1] },
  { users: 8, movies: 6 },
);

/** A short run of a recipe, with a few things changed. */
function shortRun(
  { model, fit, clip }: Recipe,
  changes: Partial<Recipe["fit"]> & { seed?: number } = {},
): SweepSettings {
  const { seed = 1, ...rest } = changes;
  return { model, clip, fit: { ...fit, epochs: 3, ...rest }, seed };
}

const four = [
  shortRun(recipes.deck, { learningRate: 0.02 }),
  shortRun(recipes.stacked, { seed: 7, epochs: 20 }),
  shortRun(recipes.stacked, { validationShare: 0.2, patience: 2 }),
  shortRun(recipes.deck, { learningRate: 0.1, seed: 2 }),
];

/** A run that would take days. */
const endless = shortRun(recipes.stacked, { epochs: 1_000_000_000 });

/** Makes the library's workers, and knows how many of them still run. */
function countedWorkers(
  script = import.meta.resolve("stacked-autoencoders/sweep-worker"),
) {
  const running = new Set<Worker>();
  let started = 0;
  const createWorker = () => {
    const worker = new Worker(script, { type: "module" });
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      running.delete(worker);
      terminate();
    };
    running.add(worker);
    started++;
    return worker;
  };
  return { createWorker, running, started: () => started };
}

/** A worker whose whole program is the given text. */
function scripted(text: string) {
  return `data:text/javascript,${encodeURIComponent(text)}`;
}

Deno.test("sweep() gives what fit and evaluate give in this thread, to the bit, with one worker and with three", async () => {
  const expected = [];
  for (const { model: shape, fit, seed, clip } of four) {
    using model = new StackedAutoencoder({ visibleUnits: 6, ...shape, seed });
    const { seconds: _, ...history } = await model.fit(train, fit);
    expected.push({
      history,
      scores: model.evaluate({ given: train, expected: test }, { clip }),
    });
  }
  for (const workers of [1, 3]) {
    const { runs, failures, stopped } = await sweep(four, {
      train,
      test,
      workers,
    });
    assert.deepEqual(
      runs.map(({ history: { seconds: _, ...history }, scores }) => ({
        history,
        scores,
      })),
      expected,
    );
    assert.deepEqual(runs.map(({ index }) => index), [0, 1, 2, 3]);
    runs.forEach((run) => assert.equal(run.settings, four[run.index]));
    runs.forEach(({ seconds, history }) =>
      assert.ok(seconds > history.seconds)
    );
    assert.deepEqual(failures, []);
    assert.equal(stopped, false);
  }
});

Deno.test("sweep() trains on movies as rows, and scores nothing without test ratings", async () => {
  const byMovie = train.transpose();
  using model = new StackedAutoencoder({ visibleUnits: 8, seed: 3 });
  const { trainLoss } = await model.fit(byMovie, { epochs: 2 });
  const { runs: [run] } = await sweep(
    [{ model: {}, fit: { epochs: 2 }, seed: 3 }],
    { train: byMovie },
  );
  assert.deepEqual(run.history.trainLoss, trainLoss);
  assert.equal(run.scores, undefined);
});

Deno.test("sweep() tells its listeners of every run and epoch, one at a time", async () => {
  const heard: string[] = [];
  let busy = false;
  const hear = async (what: string) => {
    assert.equal(busy, false, "two listeners at a time");
    busy = true;
    await new Promise((resolve) => setTimeout(resolve, 1));
    heard.push(what);
    busy = false;
  };
  const losses: number[][] = [[], []];
  const callbacks: SweepCallbacks = {
    onSweepBegin: ({ settings, workers }) =>
      hear(`sweep ${settings.length} ${workers}`),
    onRunBegin: (run) => hear(`begin ${run}`),
    onEpochEnd: (run, { epoch, trainLoss }) => {
      losses[run].push(trainLoss);
      return hear(`epoch ${run} ${epoch}`);
    },
    onRunEnd: ({ index }) => hear(`end ${index}`),
    onSweepEnd: ({ runs }) => hear(`all ${runs.length}`),
  };
  const { runs } = await sweep([four[0], four[3]], {
    train,
    workers: 2,
    callbacks,
  });
  assert.deepEqual(losses, runs.map(({ history }) => history.trainLoss));
  assert.equal(heard[0], "sweep 2 2");
  assert.equal(heard.at(-1), "all 2");
  for (const run of [0, 1]) {
    assert.deepEqual(
      heard.filter((what) => what.split(" ")[1] === String(run)),
      [
        `begin ${run}`,
        ...[0, 1, 2].map((epoch) => `epoch ${run} ${epoch}`),
        `end ${run}`,
      ],
    );
  }
});

Deno.test("sweep() reports a run that diverges with its settings, and the others finish in the same workers", async () => {
  const diverging = shortRun(recipes.stacked, { learningRate: 1e35 });
  const { createWorker, running, started } = countedWorkers();
  const heard: number[] = [];
  const { runs, failures } = await sweep([four[0], diverging, four[3]], {
    train,
    workers: 1,
    createWorker,
    callbacks: { onRunError: ({ index }) => void heard.push(index) },
  });
  assert.deepEqual(runs.map(({ index }) => index), [0, 2]);
  assert.equal(failures.length, 1);
  assert.equal(failures[0].index, 1);
  assert.equal(failures[0].settings, diverging);
  assert.match(failures[0].message, /loss must be a finite number.*1e\+35/);
  assert.deepEqual(heard, [1]);
  assert.equal(started(), 1);
  assert.equal(running.size, 0);
});

Deno.test("sweep() replaces a worker that dies in a run, and goes on", async () => {
  const library = import.meta.resolve("stacked-autoencoders/sweep-worker");
  // Dies of an error that nobody catches when it is to train seed 666.
  const mortal = countedWorkers(scripted(`
    import ${JSON.stringify(library)};
    addEventListener("message", ({ data }) => {
      if (data.settings?.seed === 666) throw new Error("out of luck");
    });
  `));
  const { runs, failures } = await sweep(
    [four[0], { ...endless, seed: 666 }, four[3]],
    { train, workers: 1, createWorker: mortal.createWorker },
  );
  assert.deepEqual(runs.map(({ index }) => index), [0, 2]);
  assert.deepEqual(failures.map(({ index }) => index), [1]);
  assert.match(failures[0].message, /its worker died: .*out of luck/);
  assert.equal(mortal.started(), 2);
  assert.equal(mortal.running.size, 0);
});

Deno.test("sweep() rejects and leaves no worker when none starts: a wrong program, a missing one, a silent one", async () => {
  for (
    const [script, why] of [
      [scripted("const = 3;"), /its worker died: .*SyntaxError/],
      [scripted("throw new Error('no luck')"), /its worker died: .*no luck/],
      // "Module not found", or "Type checking failed" where tests are checked
      [import.meta.resolve("./no_such_worker.ts"), /its worker died: \w/],
      [scripted("close();"), /did not start within 0.5 s/],
    ] as const
  ) {
    const { createWorker, running, started } = countedWorkers(script);
    const startSeconds = script === scripted("close();") ? 0.5 : 60;
    await assert.rejects(
      sweep(four, { train, workers: 2, createWorker, startSeconds }),
      (error: AggregateError) => {
        assert.ok(error instanceof AggregateError);
        assert.match(error.message, /all 4 failed, settings\[0\] with: /);
        assert.match(error.message, why);
        assert.equal(error.errors.length, 4);
        return true;
      },
    );
    assert.equal(started(), 2, "one attempt a worker, not one a run");
    assert.equal(running.size, 0);
  }
});

Deno.test("sweep() ends its workers at once when the signal aborts, and returns what was finished", async () => {
  const stop = new AbortController();
  const { createWorker, running } = countedWorkers();
  let ended = 0;
  let aborted = 0;
  const { runs, failures, stopped } = await sweep([four[0], endless, four[3]], {
    train,
    workers: 1,
    createWorker,
    signal: stop.signal,
    callbacks: {
      onEpochEnd(run, { epoch }) {
        if (run === 0 || epoch < 5) return;
        aborted ||= performance.now();
        stop.abort();
      },
      onSweepEnd: () => void ended++,
    },
  });
  assert.ok(performance.now() - aborted < 1000);
  assert.deepEqual(runs.map(({ index }) => index), [0]);
  assert.deepEqual(failures, []);
  assert.equal(stopped, true);
  assert.equal(ended, 1);
  assert.equal(running.size, 0);
});

Deno.test("sweep() listens to the default signal, and starts nothing when it was aborted before", async () => {
  const { createWorker, started } = countedWorkers();
  setDefaultSignal(() => AbortSignal.abort());
  try {
    const outcome = await sweep(four, { train, createWorker });
    assert.deepEqual(outcome, { runs: [], failures: [], stopped: true });
    assert.equal(started(), 0);
  } finally {
    setDefaultSignal(undefined);
  }
});

Deno.test("sweep() throws what a listener throws, and leaves no worker", async () => {
  const { createWorker, running } = countedWorkers();
  await assert.rejects(
    sweep([endless, endless], {
      train,
      workers: 2,
      createWorker,
      callbacks: {
        onEpochEnd() {
          throw new Error("out of paper");
        },
      },
    }),
    /out of paper/,
  );
  assert.equal(running.size, 0);
});

Deno.test("sweep() refuses settings and options that make no sense before it starts a worker", async () => {
  const { createWorker, started } = countedWorkers();
  const misspelt = { ...four[0], fit: { epoch: 3 } } as SweepSettings;
  const wrong: [() => Promise<unknown>, RegExp][] = [
    [
      () => sweep([], { train, createWorker }),
      /RangeError: Cannot sweep as there must be a list of at least one/,
    ],
    [
      () => sweep([four[0], misspelt], { train, createWorker }),
      /TypeError: In settings\[1\]: Cannot use an unknown option of fit.*epoch/,
    ],
    [
      () =>
        sweep([shortRun(recipes.deck, { learningRate: -1 })], {
          train,
          createWorker,
        }),
      /RangeError: In settings\[0\]: .*learningRate.*-1/,
    ],
    [
      () =>
        sweep([{ ...recipes.deck } as unknown as SweepSettings], {
          train,
          createWorker,
        }),
      /RangeError: In settings\[0\]: .*seed.*undefined/,
    ],
    [
      () =>
        sweep([
          shortRun(recipes.deck, { callbacks: {} } as Partial<Recipe["fit"]>),
        ], { train, createWorker }),
      /TypeError: In settings\[0\]: .*plain data: give callbacks to sweep/,
    ],
    [() => sweep(four, { train, createWorker, workers: 0 }), /workers.*0$/],
    [
      () => sweep(four, { train, createWorker, startSeconds: 0 }),
      /startSeconds.*0$/,
    ],
    [
      () =>
        sweep(four, { train, createWorker, worker: 1 } as {
          train: RatingMatrix;
        }),
      /unknown option of sweep.*worker$/,
    ],
    [
      () =>
        sweep(four, {
          train,
          createWorker,
          callbacks: { onEpochBegin() {} } as SweepCallbacks,
        }),
      /unknown callback of sweep.*onEpochBegin$/,
    ],
    [
      () => sweep(four, { train: [] as unknown as RatingMatrix }),
      /TypeError: Cannot sweep as train must be a RatingMatrix/,
    ],
  ];
  for (const [call, message] of wrong) await assert.rejects(call, message);
  const library = defaultWorker();
  setDefaultWorker(undefined);
  try {
    await assert.rejects(
      sweep(four, { train }),
      /somebody must start its workers: give createWorker/,
    );
  } finally {
    setDefaultWorker(library);
  }
  assert.equal(started(), 0);
});
