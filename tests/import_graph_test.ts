import assert from "node:assert/strict";

/**
 * Which folders of lib/ each folder may import from: the core in the order of
 * the ratings' way, then the edges, which know the core and never the reverse.
 */
const core = [
  "random",
  "ratings",
  "metrics",
  "autoencoder",
  "evaluation",
  "recommend",
];
const allowed: Record<string, string[]> = {
  ...Object.fromEntries(
    core.map((folder, place) => [folder, core.slice(0, place)]),
  ),
  movielens: core,
  files: core,
  plots: core,
  notebook: [...core, "movielens", "files", "plots"],
  cli: [...core, "movielens", "files", "plots", "notebook", "mod.ts"],
};

interface Module {
  specifier: string;
  dependencies?: {
    specifier: string;
    code?: { specifier: string };
    type?: { specifier: string };
  }[];
}

const root = new URL("../", import.meta.url);

/** Every module of lib/ with what it imports, types included, as Deno sees it. */
async function modules(): Promise<Map<string, string[]>> {
  const files = await libraryFiles(new URL("lib/", root));
  const found = new Map<string, string[]>();
  for (const file of files) {
    const { stdout, success } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", file.href],
      cwd: root,
    }).output();
    assert.ok(success, `deno info ${file}`);
    const info: { modules: Module[] } = JSON.parse(
      new TextDecoder().decode(stdout),
    );
    for (const { specifier, dependencies = [] } of info.modules) {
      if (!specifier.startsWith(root.href)) continue;
      found.set(
        specifier.slice(root.href.length),
        dependencies.map(({ specifier, code, type }) =>
          (code ?? type)?.specifier ?? specifier
        )
          .map((target) =>
            target.startsWith(root.href)
              ? target.slice(root.href.length)
              : target
          ),
      );
    }
    if (files.every(({ href }) => found.has(href.slice(root.href.length)))) {
      break;
    }
  }
  return found;
}

async function libraryFiles(folder: URL): Promise<URL[]> {
  const files: URL[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (entry.name === "assembly") continue; // AssemblyScript: not Deno's
    if (entry.name === "assembly") continue; // AssemblyScript is not Deno's
    if (entry.isDirectory) {
      files.push(...await libraryFiles(new URL(`${entry.name}/`, folder)));
    } else if (entry.name.endsWith(".ts")) {
      files.push(new URL(entry.name, folder));
    }
  }
  return files;
}

const graph = await modules();

/** "lib/plots/mod.ts" → "plots", "lib/mod.ts" → "mod.ts". */
const folderOf = (path: string) => path.split("/")[1];

Deno.test("lib/ imports point one way: core left to right, edges to the core", () => {
  const wrong: string[] = [];
  for (const [from, targets] of graph) {
    const folder = folderOf(from);
    if (!(folder in allowed)) continue; // mod.ts and core.ts gather the rest
    for (const target of targets) {
      if (!target.startsWith("lib/")) continue;
      const other = folderOf(target);
      if (other !== folder && !allowed[folder].includes(other)) {
        wrong.push(`${from} → ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(graph.size > 30, `${graph.size} modules seen`);
});

Deno.test("lib/ has only folders that the architecture names", () => {
  const folders = new Set(
    [...graph.keys()].filter((path) => path.startsWith("lib/")).map(folderOf),
  );
  for (const folder of folders) {
    assert.ok(folder in allowed || /^(mod|core)\.ts$/.test(folder), folder);
  }
});

Deno.test("lib/core.ts gathers core folders only, and they import no files, no polars and no Node", () => {
  for (const target of graph.get("lib/core.ts")!) {
    assert.ok(core.includes(folderOf(target)), target);
  }
  const fits =
    /^lib\/|^npm:\/?(@tensorflow\/tfjs|@tensorflow\/tfjs-backend-wasm|pure-rand)@/;
  const wrong: string[] = [];
  for (const [from, targets] of graph) {
    if (!core.includes(folderOf(from))) continue;
    for (const target of targets) {
      if (!fits.test(target)) wrong.push(`${from} → ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("the core's source never says Deno", async () => {
  for (const path of graph.keys()) {
    if (!core.includes(folderOf(path))) continue;
    const source = await Deno.readTextFile(new URL(path, root));
    const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    assert.doesNotMatch(code, /\bDeno\b|\bprocess\b|\bMath\.random\b/, path);
  }
});

Deno.test("lib/ has no import cycle", () => {
  const done = new Set<string>();
  const visit = (path: string, way: string[]) => {
    assert.ok(!way.includes(path), [...way, path].join(" → "));
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) {
      if (target.startsWith("lib/")) visit(target, [...way, path]);
    }
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
});
