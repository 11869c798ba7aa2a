import assert from "node:assert/strict";
import { join } from "node:path";
import { externalReferences } from "../../lib/cli/_external_references.ts";
import { committedFaults } from "../../lib/cli/_notebook_rules.ts";
import { readNotebook } from "../../lib/cli/_notebook_file.ts";
import { root } from "./_client.ts";

/** A notebook of the given cells: text as strings, code as arrays of lines. */
function notebook(...cells: (string | string[])[]): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: {
        display_name: "Deno",
        language: "typescript",
        name: "deno",
      },
    },
    cells: cells.map((cell, at) => ({
      id: `cell-${at}`,
      metadata: {},
      ...typeof cell === "string" ? { cell_type: "markdown", source: cell } : {
        cell_type: "code",
        source: cell.join("\n"),
        execution_count: null,
        outputs: [],
      },
    })),
  });
}

/** Runs the task over notebooks of our own. */
async function report(files: Record<string, string>, ...args: string[]) {
  // Inside the project, so that the kernel finds deno.json
  const folder = await Deno.makeTempDir({ dir: root, prefix: ".test-report-" });
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(join(folder, name), text);
  }
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", join(root, "lib/cli/report.ts")],
      ...["--notebooks", folder, "--output", join(folder, "reports"), ...args],
    ],
    cwd: root,
    env: { NO_COLOR: "1", MOVIELENS_OFFLINE: "1" },
  }).output();
  const text = new TextDecoder();
  return {
    code,
    said: text.decode(stdout) + text.decode(stderr),
    read: (name: string) => Deno.readTextFile(join(folder, name)),
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

const good = notebook(
  "# A small sum\n\nIt is $x^2 + 1$.",
  [
    'import { table } from "stacked-autoencoders/notebook";',
    'console.log("first");',
    'console.log("second");',
    'table([{ sum: "two", value: 2 }]);',
  ],
  ["`from ${1 + 1}`;"],
);
const bad = notebook(
  "# It fails",
  ['console.log("fine");'],
  ["const limit = 3;", 'throw new RangeError("beyond the limit");'],
  ['console.log("never");'],
);

Deno.test("report writes a page that stands alone, the index, and leaves the notebook as it is", async () => {
  await using run = await report({ "01-sum.ipynb": good });
  assert.equal(run.code, 0, run.said);
  assert.match(run.said, /01-sum: done in \d+ s/);
  assert.equal(await run.read("01-sum.ipynb"), good);

  const page = await run.read("reports/01-sum.html");
  assert.deepEqual(externalReferences(page), []);
  assert.match(page, /<title>A small sum<\/title>/);
  assert.match(page, /<math/);
  assert.match(page, /first\nsecond/, "the stream is one");
  assert.match(page, /<th[^>]*>sum/);
  assert.doesNotMatch(page, /<script\s+src|<link\s/);

  const index = await run.read("reports/index.html");
  assert.deepEqual(externalReferences(index), []);
  assert.match(index, /href="01-sum.html"[^]*A small sum/);
});

Deno.test("report --write refreshes the notebook itself, outputs tidied and ids kept", async () => {
  await using run = await report({ "01-sum.ipynb": good }, "--write", "1");
  assert.equal(run.code, 0, run.said);
  const text = await run.read("01-sum.ipynb");
  const written = await readNotebook(join(run.folder, "01-sum.ipynb"));
  assert.deepEqual(committedFaults(written, text), []);
  assert.deepEqual(written.cells.map((cell) => cell.id), [
    "cell-0",
    "cell-1",
    "cell-2",
  ]);
  assert.equal(written.cells[1].outputs?.[0].text, "first\nsecond\n");
  // Though this test asks for none: outputs do not hang on who runs the task
  const shown = String(written.cells[2].outputs?.[0].data?.["text/plain"]);
  assert.equal(shown, '\u001b[32m"from 2"\u001b[39m');
});

Deno.test("report --verify passes where a run shows what is committed, and fails where it does not", async () => {
  const random = notebook("# Never twice the same", [
    'import "stacked-autoencoders/notebook";',
    "crypto.randomUUID();",
  ]);
  await using run = await report(
    { "01-sum.ipynb": good, "02-random.ipynb": random },
    "--write",
  );
  assert.equal(run.code, 0, run.said);
  const written = {
    "01-sum.ipynb": await run.read("01-sum.ipynb"),
    "02-random.ipynb": await run.read("02-random.ipynb"),
  };
  await using again = await report(written, "--verify");
  assert.equal(again.code, 1, again.said);
  assert.match(again.said, /01-sum: shows what is committed/);
  assert.match(
    again.said,
    /02-random\.ipynb, cell 1, output 1, text\/plain:\n {2}committed .+\n {2}now {8}/,
  );
  assert.match(again.said, /1 of 2 show something else than is committed/);
  assert.equal(await again.read("02-random.ipynb"), written["02-random.ipynb"]);
});

Deno.test("report shows the cell that failed, runs the others and ends with 1", async () => {
  await using run = await report({ "01-bad.ipynb": bad, "02-sum.ipynb": good });
  assert.equal(run.code, 1, run.said);
  assert.match(run.said, /01-bad\.ipynb, cell 2 failed/);
  assert.match(run.said, /\| const limit = 3;/);
  assert.match(run.said, /RangeError: beyond the limit/);
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(run.said, /\u001b\[/);
  assert.match(run.said, /02-sum: done/);
  const index = await run.read("reports/index.html");
  assert.match(index, /It fails[^]*failed/);
  await assert.rejects(run.read("reports/01-bad.html"), Deno.errors.NotFound);
});

Deno.test("report --write refuses synthetic ratings, but shows them with a notice", async () => {
  const made = notebook("# Made up", [
    'import "stacked-autoencoders/notebook";',
    'console.warn("SYNTHETIC DATA: this is not MovieLens.");',
  ]);
  await using run = await report({ "01-made.ipynb": made }, "--write");
  assert.equal(run.code, 1, run.said);
  assert.match(run.said, /Cannot write .*synthetic/);
  assert.equal(await run.read("01-made.ipynb"), made);
  assert.match(await run.read("reports/01-made.html"), /class="notice"/);
});

Deno.test("report --verify proves nothing on synthetic ratings, and says so", async () => {
  const made = notebook("# Made up", [
    'import "stacked-autoencoders/notebook";',
    'console.warn("SYNTHETIC DATA: this is not MovieLens.");',
  ]);
  await using run = await report({ "01-made.ipynb": made }, "--verify");
  assert.equal(run.code, 1, run.said);
  assert.match(run.said, /Cannot verify .*synthetic/);
});

Deno.test("report takes one of --verify and --write", async () => {
  await using run = await report(
    { "01-sum.ipynb": good },
    ...["--verify", "--write"],
  );
  assert.equal(run.code, 2, run.said);
  assert.match(run.said, /cannot be used with/);
});

Deno.test("report lists the notebooks there are when asked for another", async () => {
  await using run = await report({ "01-sum.ipynb": good }, "7");
  assert.equal(run.code, 2, run.said);
  assert.match(run.said, /Cannot find the notebook 7 .*: 01-sum/);
});

Deno.test("report ends with 2 when an option is unknown", async () => {
  await using run = await report({ "01-sum.ipynb": good }, "--wirte");
  assert.equal(run.code, 2, run.said);
  assert.match(run.said, /unknown option '--wirte'/);
});
