import assert from "node:assert/strict";
import { join } from "node:path";
import { formatNotebook, readNotebook } from "../../lib/cli/_notebook_file.ts";
import { codeCell, makeNotebook } from "../cli/_make_notebook.ts";
import { JupyterKernel, projectJupyter, root } from "./_client.ts";

/** A course of one lesson, inside the project, where the kernel finds deno.json. */
async function course() {
  const folder = await Deno.makeTempDir({ dir: root, prefix: ".test-lab-" });
  const lesson = makeNotebook([
    codeCell("1 + 1"),
    codeCell("2", { metadata: { tags: ["solution"] } }),
  ]);
  await Deno.writeTextFile(
    join(folder, "01-sum.ipynb"),
    formatNotebook(lesson),
  );
  return {
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** `deno task lab` on a course, until it is ended. */
async function openLab(folder: string, ...args: string[]) {
  await projectJupyter(); // so that the time below is the server's own
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const token = crypto.randomUUID();
  const lab = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", join(root, "lib/cli/lab.ts"), "--notebooks", folder],
      ...["--no-browser", "--ip=127.0.0.1", `--port=${port}`, ...args],
    ],
    cwd: root,
    env: { NO_COLOR: "1", JUPYTER_TOKEN: token },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { Authorization: `token ${token}` },
    });
    return { status: response.status, text: await response.text() };
  };
  const end = async () => {
    lab.kill("SIGTERM");
    await lab.status;
  };
  const deadline = performance.now() + 60_000;
  while (true) {
    try {
      await ask("/api/status");
      return { ask, [Symbol.asyncDispose]: end };
    } catch (error) {
      if (performance.now() > deadline) {
        await end();
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

Deno.test("lab serves the student's own copies, and JupyterLab itself", async () => {
  await using one = await course();
  await using lab = await openLab(one.folder, "--no-solutions");
  const listing = JSON.parse((await lab.ask("/api/contents")).text);
  assert.deepEqual(
    listing.content.map(({ name }: { name: string }) => name),
    ["01-sum.ipynb"],
  );
  const copy = await readNotebook(join(one.folder, "my", "01-sum.ipynb"));
  assert.deepEqual(copy.cells.map(({ source }) => source), ["1 + 1"]);
  const page = await lab.ask("/lab");
  assert.equal(page.status, 200);
  assert.match(page.text, /JupyterLab/);
  const specs = JSON.parse((await lab.ask("/api/kernelspecs")).text);
  assert.deepEqual(Object.keys(specs.kernelspecs), ["deno"]);

  // Without the setting, every first start asks for news and looks for updates.
  const notification = "@jupyterlab/apputils-extension:notification";
  const { schema: { properties } } = JSON.parse(
    (await lab.ask(`/lab/api/settings/${notification}`)).text,
  );
  assert.equal(properties.fetchNews.default, "false");
  assert.equal(properties.checkForUpdates.default, false);
});

Deno.test("lab --lessons serves the lessons themselves, and copies nothing", async () => {
  await using one = await course();
  await using lab = await openLab(one.folder, "--lessons");
  const listing = JSON.parse((await lab.ask("/api/contents")).text);
  assert.deepEqual(
    listing.content.map(({ name }: { name: string }) => name),
    ["01-sum.ipynb"],
  );
  await assert.rejects(Deno.stat(join(one.folder, "my")), Deno.errors.NotFound);
});

Deno.test("a copy, one folder deeper, imports the library and finds the same data", async () => {
  await using one = await course();
  const mine = join(one.folder, "my");
  await Deno.mkdir(mine);
  const imports = `
import { locateMovieLens } from "stacked-autoencoders";
import { table } from "stacked-autoencoders/notebook";
import * as Plot from "@observablehq/plot";
import pl from "nodejs-polars";
const place = await locateMovieLens("synthetic-100k");
console.log(Deno.cwd(), place.source, typeof table, typeof Plot.plot, typeof pl.col);`;
  await using kernel = await JupyterKernel.start({ folder: mine });
  const run = await kernel.run(imports);
  assert.equal(run.error, undefined);
  assert.equal(
    run.text.trim(),
    `${mine} synthetic function function function`,
  );
  const folder = await kernel.run(`
import { projectDataDir } from "../../lib/movielens/find_release.ts";
console.log(projectDataDir())`);
  assert.equal(folder.error, undefined);
  assert.equal(folder.text.trim(), join(root, "data"));
});
