import assert from "node:assert/strict";

const root = new URL("../", import.meta.url);

/** What a browser has none of: Deno, Node's own modules, and native polars. */
const foreign =
  /\bDeno\s*[.[]|["'](node:[\w/]+|fs|path|os|url|process|nodejs-polars)["']/g;

/** A line of the script that tfjs would give a worker thread in Node: a string. */
const inNodeWorker = 'var fs=require("fs");Object.assign(global,{self:global';

Deno.test("lib/core.ts bundles for the browser, with nothing of Deno, Node or polars", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const bundle = `${folder}/core.js`;
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["bundle", "--quiet", "--platform", "browser", "--minify"],
        ...["--output", bundle, "lib/core.ts"],
      ],
      cwd: root,
      env: { NO_COLOR: "1" },
    }).output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
    const text = (await Deno.readTextFile(bundle)).replace(inNodeWorker, "");
    assert.match(text, /StackedAutoencoder/);
    assert.deepEqual([...text.matchAll(foreign)].map(([found]) => found), []);
    const kernels = await Deno.stat(
      new URL("lib/autoencoder/kernels/kernels.wasm", root),
    );
    console.log(
      `core for the browser: ${(text.length / 1e6).toFixed(2)} MB minified, ` +
        `kernels.wasm ${(kernels.size / 1e3).toFixed(1)} kB beside it`,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("what bundle_test.ts looks for is what it says", () => {
  for (
    const text of [
      'Deno.readFile("x")',
      'Deno["env"]',
      'from"node:fs/promises"',
      "require('fs')",
      'import("nodejs-polars")',
    ]
  ) {
    assert.ok([...text.matchAll(foreign)].length > 0, text);
  }
});
