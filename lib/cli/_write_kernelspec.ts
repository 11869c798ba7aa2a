import { join } from "node:path";

/**
 * Writes the kernelspec `deno` into a virtual environment, so that notebooks
 * run in the very Deno that runs this task.
 *
 * Unlike the stock one of `deno jupyter --install` it says `typescript`, not
 * `typescriptreact`: there, `<T>(x: T) => x` would be a syntax error.
 *
 * @param venv The environment's folder.
 * @returns The kernelspec's file.
 */
export async function writeKernelspec(venv: string): Promise<string> {
  const folder = join(venv, "share", "jupyter", "kernels", "deno");
  await Deno.mkdir(folder, { recursive: true });
  const file = join(folder, "kernel.json");
  const kernelspec = {
    argv: [
      Deno.execPath(),
      "jupyter",
      "--kernel",
      "--conn",
      "{connection_file}",
    ],
    display_name: "Deno",
    language: "typescript",
  };
  await Deno.writeTextFile(file, `${JSON.stringify(kernelspec, null, 2)}\n`);
  return file;
}
