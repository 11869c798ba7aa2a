/**
 * `deno task lab`: opens JupyterLab at the notebooks.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolder } from "./_execute_notebook.ts";
import { prepareJupyter } from "./_prepare_jupyter.ts";
import { runTask } from "./_run_task.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const help = `Usage: deno task lab [options of jupyter lab]

Opens JupyterLab at notebooks/, in an environment of the project's own (.venv),
which the first call installs. Options go to Jupyter: --no-browser, --port=9999.`;

async function main(): Promise<number> {
  if (Deno.args.some((arg) => arg === "--help" || arg === "-h")) {
    console.log(help);
    return 0;
  }
  const jupyter = await prepareJupyter({ root });
  const notebooks = join(root, "notebooks");
  const lab = new Deno.Command(jupyter.python, {
    args: [
      ...["-m", "jupyter", "lab", `--ServerApp.root_dir=${notebooks}`],
      // JupyterLab brings a Python kernel along, which the course has no use for
      "--KernelSpecManager.ensure_native_kernel=False",
      "--KernelSpecManager.allowed_kernelspecs=deno",
      "--MultiKernelManager.default_kernel_name=deno",
      // Jupyter refuses to run as root unless told; containers have no one else
      ...Deno.uid() === 0 ? ["--allow-root"] : [],
      ...Deno.args,
    ],
    env: { ...jupyter.env, ...dataFolder() },
    cwd: notebooks,
  }).spawn();
  // The terminal sends Ctrl-C to Jupyter too, which asks before it ends: this
  // task waits for its answer. What else would end this task ends Jupyter.
  const ignore = () => {};
  const pass = () => lab.kill("SIGTERM");
  Deno.addSignalListener("SIGINT", ignore);
  Deno.addSignalListener("SIGTERM", pass);
  try {
    return (await lab.status).code;
  } finally {
    Deno.removeSignalListener("SIGINT", ignore);
    Deno.removeSignalListener("SIGTERM", pass);
  }
}

if (import.meta.main) Deno.exit(await runTask(main));
