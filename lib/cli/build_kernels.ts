/**
 * `deno task build:kernels`: compiles the AssemblyScript of the kernels to
 * `kernels.wasm`, which is committed. With `--check`: whether that file is what
 * the sources compile to.
 *
 * @module
 */
import asc from "assemblyscript/asc";
import { runTask, taskCommand } from "./_run_task.ts";
import { TaskError } from "./_task_error.ts";

const folder = new URL("../autoencoder/kernels/", import.meta.url);
const target = new URL("kernels.wasm", folder);

/** Compiles the sources. */
export async function compileKernels(): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([
    ...["index.ts", "--outFile", "kernels.wasm", "-O3", "--converge"],
    ...["--runtime", "stub", "--enable", "simd"],
    ...["--importMemory", "--noExportMemory"],
  ], {
    readFile(name) {
      if (!/^\w+\.ts$/.test(name)) return null; // not one of ours
      try {
        return Deno.readTextFileSync(new URL(`assembly/${name}`, folder));
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return null;
        throw error;
      }
    },
    writeFile(name, contents) {
      if (name === "kernels.wasm") wasm = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || wasm === undefined) {
    throw new TaskError(
      `Cannot build the kernels as asc must compile them; it says:\n${stderr}`,
      { cause: error },
    );
  }
  return wasm;
}

async function main(): Promise<number> {
  const command = taskCommand("build:kernels", "Compiles the SIMD kernels.")
    .option("--check", "only say whether kernels.wasm is up to date");
  const { check } = command.parse(Deno.args, { from: "user" })
    .opts<{ check?: true }>();
  const wasm = await compileKernels();
  if (!check) {
    await Deno.writeFile(target, wasm);
    console.log(`Built kernels.wasm: ${wasm.length} bytes`);
    return 0;
  }
  const committed = await Deno.readFile(target);
  const same = wasm.length === committed.length &&
    wasm.every((byte, at) => byte === committed[at]);
  console.log(
    same ? "kernels.wasm is up to date" : "kernels.wasm differs: build it anew",
  );
  return same ? 0 : 1;
}

if (import.meta.main) Deno.exit(await runTask(main));
