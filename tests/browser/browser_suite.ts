import assert from "node:assert/strict";
import "stacked-autoencoders";
import { chromium, pageAfterScripts } from "./_chromium.ts";
import { training } from "./_training.ts";

const root = new URL("../../", import.meta.url);
const wasmFolder = new URL(
  ".",
  import.meta.resolve("@tensorflow/tfjs-backend-wasm"),
);

Deno.test({
  name: chromium === undefined
    ? "the core in Chromium (skipped: no Chromium on this machine)"
    : "the core trains and predicts in Chromium to the same bits as in Deno",
  ignore: chromium === undefined,
  fn: async () => {
    const folder = await Deno.makeTempDir();
    const script = `${folder}/page.js`;
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["bundle", "--quiet", "--platform", "browser"],
        ...["--output", script, "tests/browser/_page.ts"],
      ],
      cwd: root,
    }).output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
    await using server = Deno.serve(
      { port: 0, onListen() {} },
      async (request) => {
        const { pathname } = new URL(request.url);
        if (pathname === "/") return page();
        if (pathname === "/favicon.ico") {
          return new Response(null, { status: 404 });
        }
        const file = pathname === "/page.js"
          ? script
          : pathname === "/kernels.wasm"
          ? new URL("lib/autoencoder/kernels/kernels.wasm", root)
          : new URL(`.${pathname}`, wasmFolder);
        return new Response(await Deno.readFile(file), {
          headers: {
            "content-type": pathname.endsWith(".wasm")
              ? "application/wasm"
              : "text/javascript",
          },
        });
      },
    );
    try {
      const text = await pageAfterScripts(
        `http://localhost:${server.addr.port}/`,
      );
      const [, json] = text.match(/<pre>(.*)<\/pre>/s) ?? [];
      assert.ok(json?.startsWith("{"), `the page shows: ${json ?? text}`);
      assert.deepEqual(JSON.parse(json), {
        backend: "wasm",
        numbers: await training(),
      });
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

function page(): Response {
  return new Response(
    '<!doctype html><body><script type="module" src="page.js"></script>',
    { headers: { "content-type": "text/html" } },
  );
}
