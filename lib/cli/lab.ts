/**
 * `deno task lab`: opens JupyterLab at the student's own copies of the lessons.
 *
 * @module
 */
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolder } from "./_execute_notebook.ts";
import { copyLessons, myFolder } from "./_my_notebooks.ts";
import { prepareJupyter } from "./_prepare_jupyter.ts";
import { runTask, taskCommand } from "./_run_task.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const command = taskCommand(
  "lab",
  "Opens JupyterLab at your own copies of the lessons, notebooks/my/, which the first call makes.",
)
  .option("--no-solutions", "new copies get no solutions of the exercises")
  .option("--lessons", "open the lessons themselves, to change the course")
  .option("--notebooks <dir>", "where the lessons are", join(root, "notebooks"))
  .allowUnknownOption()
  .allowExcessArguments()
  .addHelpText(
    "after",
    `
It runs in an environment of the project's own (.venv), which the first call
installs. A copy is never written over; \`deno task fresh 03\` makes a new one.
All other options go to Jupyter: --no-browser, --port=9999.`,
  );

interface LabArguments {
  notebooks: string;
  solutions: boolean;
  lessons?: true;
}

async function main(): Promise<number> {
  command.parse(Deno.args, { from: "user" });
  const { notebooks: lessons, solutions, lessons: wantsLessons } = command.opts<
    LabArguments
  >();
  const notebooks = resolve(wantsLessons ? lessons : myFolder(lessons));
  if (!wantsLessons) await copy(lessons, { solutions });
  const jupyter = await prepareJupyter({ root });
  const lab = new Deno.Command(jupyter.python, {
    args: [
      ...["-m", "jupyter", "lab", `--ServerApp.root_dir=${notebooks}`],
      // JupyterLab brings a Python kernel along, which the course has no use for
      "--KernelSpecManager.ensure_native_kernel=False",
      "--KernelSpecManager.allowed_kernelspecs=deno",
      "--MultiKernelManager.default_kernel_name=deno",
      // Jupyter refuses to run as root unless told; containers have no one else
      ...Deno.uid() === 0 ? ["--allow-root"] : [],
      ...command.args,
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

/** Copies what is missing, and says what it did. */
async function copy(lessons: string, options: { solutions: boolean }) {
  const { made, kept } = await copyLessons(lessons, options);
  const folder = relative(Deno.cwd(), myFolder(lessons)) || ".";
  if (made.length > 0) console.log(`New in ${folder}: ${made.join(", ")}`);
  if (kept.length > 0 && !options.solutions) {
    console.log(
      `Kept as they are: ${
        kept.join(", ")
      }; \`deno task fresh --no-solutions 03\` makes a new copy of one`,
    );
  }
}

if (import.meta.main) Deno.exit(await runTask(main));
