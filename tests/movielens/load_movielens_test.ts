import assert from "node:assert/strict";
import {
  loadMovieLens,
  type LoadMovieLensOptions,
} from "../../lib/movielens/load_movielens.ts";
import {
  locateMovieLens,
  type MovieLensName,
} from "../../lib/movielens/locate_movielens.ts";
import { MissingDataError } from "../../lib/movielens/missing_data_error.ts";
import { withFolder } from "./_tiny_archive.ts";
import { tinyFiles } from "./_tiny_release.ts";

/** Puts the tiny release into a folder. */
function put(into: string): void {
  Deno.mkdirSync(`${into}/ml-100k`, { recursive: true });
  for (const [name, bytes] of tinyFiles()) {
    Deno.writeFileSync(`${into}/ml-100k/${name}`, bytes);
  }
}

const environment = (variables: Record<string, string>) => ({
  get: (name: string) => variables[name],
});

const noNetwork = () => {
  throw new MissingDataError("Cannot download it as I say\nTry again");
};
const forbidden = () => {
  throw new Error("this must not be downloaded");
};

/** Loads, and gives what was printed besides. */
async function load(options: LoadMovieLensOptions, name?: MovieLensName) {
  const { log, warn } = console;
  const logged: string[] = [];
  const warned: string[] = [];
  console.log = (text: string) => logged.push(text);
  console.warn = (text: string) => warned.push(text);
  try {
    return { movielens: await loadMovieLens(name, options), logged, warned };
  } finally {
    Object.assign(console, { log, warn });
  }
}

Deno.test("loadMovieLens() takes dir, then MOVIELENS_DIR, then data/, then the network", () =>
  withFolder(async (folder) => {
    const dir = `${folder}/dir`;
    const named = `${folder}/named`;
    const dataDir = `${folder}/data`;
    [dir, named, dataDir].forEach(put);
    const env = environment({ MOVIELENS_DIR: named });
    const says = "MovieLens 100K: 4 ratings by 2 users of 3 movies, ";

    const first = await load({ dir, env, dataDir, download: forbidden });
    assert.equal(first.movielens.source, "dir");
    assert.deepEqual(first.logged, [`${says}from the folder given as dir`]);

    const second = await load({ env, dataDir, download: forbidden });
    assert.equal(second.movielens.source, "MOVIELENS_DIR");
    assert.deepEqual(second.logged, [`${says}from MOVIELENS_DIR`]);

    const unset = environment({ MOVIELENS_DIR: "" });
    const third = await load({ env: unset, dataDir, download: forbidden });
    assert.equal(third.movielens.source, "data/");
    assert.deepEqual(third.logged, [`${says}from data/`]);

    const fourth = await load({
      env: unset,
      dataDir: `${folder}/new`,
      download(release, { into }) {
        assert.equal(release.name, "ml-100k");
        assert.equal(into, `${folder}/new`);
        put(into);
        return Promise.resolve(`${into}/ml-100k`);
      },
    });
    assert.equal(fourth.movielens.source, "download");
    assert.deepEqual(fourth.logged, [
      "Downloading MovieLens 100K: https://files.grouplens.org/datasets/movielens/ml-100k.zip",
      `${says}downloaded from GroupLens into data/`,
    ]);
    for (const { warned } of [first, second, third, fourth]) {
      assert.deepEqual(warned, []);
    }
  }));

Deno.test("loadMovieLens() puts nothing in the place of a folder that was named", () =>
  withFolder(async (folder) => {
    const dataDir = `${folder}/data`;
    put(dataDir);
    const options = { dataDir, download: forbidden, fallback: "synthetic" };
    const env = environment({ MOVIELENS_DIR: folder });
    await assert.rejects(load({ ...options, env } as LoadMovieLensOptions), {
      name: "MissingDataError",
      message:
        `Cannot load MovieLens 100K as MOVIELENS_DIR must hold ml-100k/: there is no folder ${folder}/ml-100k; name the folder that holds ml-100k/, or fetch the data with \`deno task data ml-100k\` and unset MOVIELENS_DIR`,
    });
    const inside = environment({ MOVIELENS_DIR: `${dataDir}/ml-100k` });
    await assert.rejects(
      load({ ...options, env: inside } as LoadMovieLensOptions),
      { message: /is the release itself: name the folder above it$/ },
    );
    await assert.rejects(
      load({ ...options, env, dir: folder } as LoadMovieLensOptions),
      { message: /^Cannot load MovieLens 100K as dir must hold ml-100k\/: / },
    );
  }));

Deno.test("loadMovieLens() says what was tried and what to do when there is no fallback", () =>
  withFolder(async (dataDir) => {
    // Outside a notebook there is none by default.
    const error = await load({
      dataDir,
      env: environment({}),
      download: noNetwork,
    }).catch((error) => error);
    assert(error instanceof MissingDataError);
    assert.equal(
      error.message,
      [
        "Cannot load MovieLens 100K as it must be on this machine: it is not.",
        "Tried:",
        "  - MOVIELENS_DIR is not set",
        "  - there is no data/ml-100k/ in this project",
        "  - Cannot download it as I say",
        "Do one of these:",
        "  - fetch it: deno task data ml-100k",
        "  - take it from an archive: deno task data ml-100k --from ml-100k.zip",
        "  - set MOVIELENS_DIR to the folder that holds ml-100k/",
      ].join("\n"),
    );
  }));

Deno.test("loadMovieLens() downloads nothing when MOVIELENS_OFFLINE is set", () =>
  withFolder(async (dataDir) => {
    const offline = environment({ MOVIELENS_OFFLINE: "1" });
    await assert.rejects(
      load({ dataDir, env: offline, download: forbidden }),
      { message: /MOVIELENS_OFFLINE is set, so nothing is downloaded/ },
    );
    for (const value of ["", "0"]) {
      const online = environment({ MOVIELENS_OFFLINE: value });
      await assert.rejects(
        load({ dataDir, env: online, download: noNetwork }),
        { message: /Cannot download it as I say/ },
      );
    }
  }));

Deno.test("loadMovieLens() warns loudly when synthetic data stand in", () =>
  withFolder(async (dataDir) => {
    const env = environment({ MOVIELENS_OFFLINE: "1" });
    const options = { dataDir, env, fallback: "synthetic" } as const;
    const { movielens, logged, warned } = await load(options);
    assert.equal(movielens.name, "synthetic-100k");
    assert.equal(movielens.synthetic, true);
    assert.equal(typeof movielens.plantedStars, "function");
    assert.deepEqual(logged, []);
    assert.equal(warned.length, 1);
    assert(warned[0].split("\n").length > 5);
    for (const word of ["SYNTHETIC", "deno task data", "--from"]) {
      assert(warned[0].includes(word), word);
    }
    assert(warned[0].includes("MOVIELENS_DIR"));
    assert(!warned[0].includes(dataDir), "no path of this machine");

    const quiet = await load({ ...options, quiet: true });
    assert.deepEqual([quiet.logged, quiet.warned], [[], []]);
  }));

Deno.test("loadMovieLens() gives synthetic data without a warning when asked for them", async () => {
  const { movielens, logged, warned } = await load({}, "synthetic-100k");
  assert.equal(movielens.matrix().size, 100_000);
  assert.deepEqual(logged, [
    "Synthetic 100K: 100 000 ratings by 943 users of 1682 movies, all of them invented",
  ]);
  assert.deepEqual(warned, []);
});

Deno.test("loadMovieLens() refuses data sets that it cannot read", async () => {
  const cases: [string, RegExp][] = [
    ["ml-1m", /^Cannot load ml-1m as only ml-100k and synthetic-100k can be/],
    ["ml-9m", /must be ml-100k or synthetic-100k: current value is "ml-9m"$/],
    ["toString", /must be ml-100k or synthetic-100k/],
  ];
  for (const [name, message] of cases) {
    await assert.rejects(load({}, name as MovieLensName), {
      name: "RangeError",
      message,
    });
  }
  await assert.rejects(load({ fallback: "fake" as "none" }), {
    name: "RangeError",
    message: /fallback must be "synthetic" or "none": current value is "fake"$/,
  });
});

Deno.test("loadMovieLens() names the file when the folder lacks one", () =>
  withFolder(async (dir) => {
    put(dir);
    await Deno.remove(`${dir}/ml-100k/u.user`);
    await assert.rejects(load({ dir }), {
      name: "MissingDataError",
      message: /^Cannot read ml-100k\/u\.user as the file must be there: /,
    });
  }));

Deno.test("locateMovieLens() says what a run will use, without reading it", () =>
  withFolder(async (dataDir) => {
    const env = environment({ MOVIELENS_OFFLINE: "1" });
    const nowhere = { dataDir, env, quiet: true };
    assert.deepEqual(
      await locateMovieLens("ml-100k", { ...nowhere, fallback: "synthetic" }),
      {
        source: "synthetic",
        tried: [
          "MOVIELENS_DIR is not set",
          "there is no data/ml-100k/ in this project",
          "MOVIELENS_OFFLINE is set, so nothing is downloaded",
        ],
      },
    );
    await assert.rejects(locateMovieLens("ml-100k", nowhere), MissingDataError);
    await Deno.mkdir(`${dataDir}/ml-100k`); // Empty: it is not looked into
    assert.deepEqual(await locateMovieLens("ml-100k", nowhere), {
      source: "data/",
      folder: `${dataDir}/ml-100k`,
      tried: [],
    });
  }));
