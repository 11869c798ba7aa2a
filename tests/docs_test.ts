import assert from "node:assert/strict";

const root = new URL("../", import.meta.url);

Deno.test("every export of the four modules is documented", async () => {
  const { exports }: { exports: Record<string, string> } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", root)),
  );
  const { stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--lint", ...Object.values(exports)],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const said = new TextDecoder().decode(stderr);
  // The types of tfjs and polars in our signatures are not ours to document.
  const undocumented = said.split("\n\n").filter((error) =>
    error.includes("missing-jsdoc")
  );
  assert.deepEqual(undocumented, []);
  assert.match(said, /documentation lint|Checked/);
});

Deno.test("every exported function and class has an example that runs", async () => {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", "lib/mod.ts", "lib/notebook/mod.ts"],
    cwd: root,
  }).output();
  interface Declaration {
    kind: string;
    jsDoc?: { tags?: { kind: string }[] };
  }
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout)) as {
    nodes: Record<
      string,
      { symbols: { name: string; declarations: Declaration[] }[] }
    >;
  };
  const symbols = Object.values(nodes).flatMap((file) => file.symbols);
  const without = symbols.filter(({ declarations }) =>
    declarations.some(({ kind, jsDoc }) =>
      (kind === "function" || kind === "class") &&
      !jsDoc?.tags?.some((tag) => tag.kind === "example")
    )
  ).map(({ name }) => name);
  assert.deepEqual(without, []);
  assert.ok(symbols.length > 40, `${symbols.length} symbols seen`);
});
