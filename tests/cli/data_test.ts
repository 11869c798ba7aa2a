import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { dataTask, type DataTaskOptions } from "../../lib/cli/data.ts";
import { runTask } from "../../lib/cli/_run_task.ts";
import {
  archive,
  namesIn,
  release,
  withFolder,
  withServer,
} from "../movielens/_tiny_archive.ts";

const releases = { "ml-100k": release };
const noVariables = { get: () => undefined };

/** Runs the task in this process; gives exit status and what it printed. */
async function run(args: string[], options: DataTaskOptions) {
  const { log, error } = console;
  const out: string[] = [];
  const err: string[] = [];
  console.log = (text: string) => out.push(text);
  console.error = (text: string) => err.push(text);
  try {
    const status = await runTask(() =>
      dataTask(args, { releases, env: noVariables, ...options })
    );
    return { status, out: out.join("\n"), err: err.join("\n") };
  } finally {
    Object.assign(console, { log, error });
  }
}

Deno.test("deno task data takes an archive, once", () =>
  withFolder(async (folder) => {
    const [from, into] = [`${folder}/ml-100k.zip`, `${folder}/data`];
    await Deno.writeFile(from, archive);
    const first = await run(["--from", from], { into });
    assert.deepEqual(first, {
      status: 0,
      out: "Tiny is in data/ml-100k/, verified by size and SHA-256.\n" +
        "For research and teaching, not to be redistributed; please cite:\nNobody",
      err: "",
    });
    assert.deepEqual(namesIn(into), ["ml-100k"]);
    const again = await run(["ml-100k", "--from", from], { into });
    assert.deepEqual(again, {
      status: 0,
      out:
        "Tiny is already in data/ml-100k/; remove that folder to fetch it again",
      err: "",
    });
  }));

Deno.test("deno task data downloads from the address that it is given", () =>
  withFolder((into) =>
    withServer(() => new Response(archive), async (url) => {
      const { status, out } = await run(["--url", url], { into });
      assert.equal(status, 0);
      assert(out.startsWith(`Downloading Tiny: ${url}\nTiny is in data/`), out);
      assert.deepEqual(namesIn(into), ["ml-100k"]);
    })
  ));

Deno.test("deno task data ends with 1, a reason and advice when the download fails", () =>
  withFolder((into) =>
    withServer(() => new Response("gone", { status: 410 }), async (url) => {
      const { status, err } = await run(["--url", url], { into });
      assert.equal(status, 1);
      assert.match(
        err,
        /^error: Cannot download Tiny as .+ must hold it: it answers 410 Gone\nTry again later, or get ml-100k\.zip from somebody/,
      );
      assert.deepEqual(namesIn(into), []);
    })
  ));

Deno.test("deno task data ends with 1 when MOVIELENS_OFFLINE forbids the download", () =>
  withFolder(async (into) => {
    const env = {
      get: (name: string) => name === "MOVIELENS_OFFLINE" ? "1" : undefined,
    };
    assert.deepEqual(await run([], { into, env }), {
      status: 1,
      out: "",
      err:
        "error: Cannot download Tiny as MOVIELENS_OFFLINE is set: unset it, or name an archive by --from ml-100k.zip",
    });
  }));

/** Runs the program itself. */
async function program(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--no-check"],
      fileURLToPath(new URL("../../lib/cli/data.ts", import.meta.url)),
      ...args,
    ],
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

Deno.test("deno task data ends with 2 and one line when the command line is wrong", async (test) => {
  const cases: [args: string[], message: RegExp][] = [
    [["ml-9m"], /'ml-9m' is invalid .* choices are ml-100k, ml-1m, /],
    [["--form", "x"], /unknown option '--form'/],
    [["--from", "a", "--url", "b"], /cannot be used with option '--url <url>'/],
    [["--url", "ftp://a"], /must be an address .* current value is ftp:\/\/a/],
    [["ml-100k", "ml-1m"], /too many arguments/],
  ];
  for (const [args, message] of cases) {
    await test.step(args.join(" "), async () => {
      const { code, out, err } = await program(...args);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(err, message);
      assert.equal(err.trimEnd().split("\n").length, 1, err);
    });
  }
});

Deno.test("deno task data names the releases when asked for help", async () => {
  const { code, out } = await program("--help");
  assert.equal(code, 0);
  assert.match(out, /--from <file>/);
  assert.match(out, /"ml-25m"/);
});
