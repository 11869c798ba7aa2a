import { createHash } from "node:crypto";
import { delimiter, join, resolve } from "node:path";
import { findPython } from "./_find_python.ts";
import { type CommandResult, runCommand } from "./_run_command.ts";
import { TaskError } from "./_task_error.ts";
import { writeKernelspec } from "./_write_kernelspec.ts";
import { writeLabSettings } from "./_write_lab_settings.ts";

/** A Jupyter that runs notebooks in this Deno. */
export interface Jupyter {
  /** The environment's Python. */
  readonly python: string;
  /** The variables that make Jupyter look into the environment and nowhere else. */
  readonly env: Record<string, string>;
}

/** Options of {@linkcode prepareJupyter}. */
export interface PrepareJupyterOptions {
  /** The project's folder: holds `.binder/`, and `.venv/` once made. */
  readonly root: string;
  /** Where progress goes. @default console.error */
  readonly log?: (line: string) => void;
  /** The commands to try for Python. @default see `findPython` */
  readonly pythons?: readonly string[];
}

/**
 * Makes the Python environment `.venv` with the pinned JupyterLab, or takes the
 * one that is there when it is whole and its pins are today's.
 *
 * @throws {TaskError} Without a usable Python, or where packages are out of reach.
 */
export async function prepareJupyter(
  options: PrepareJupyterOptions,
): Promise<Jupyter> {
  const { log = console.error, pythons } = options;
  const venv = resolve(options.root, ".venv");
  const requirements = resolve(options.root, ".binder", "requirements.txt");
  const python = join(venv, "bin", "python");
  const stamp = join(venv, ".requirements");

  // Two tasks at the same time: the second waits until the first has made it
  using lock = await Deno.open(requirements);
  await lock.lock(true);
  const wanted = await fingerprint(options.root, venv);
  if (!await isWhole(python, stamp, wanted)) {
    const { command, version } = await findPython({ candidates: pythons });
    log(`Setting up Jupyter in .venv with Python ${version}: about a minute`);
    await removeVenv(venv, stamp);
    await Deno.mkdir(venv, { recursive: true });
    await Deno.writeTextFile(stamp, ""); // ours, though not whole yet
    must("make .venv", await runCommand(command, ["-m", "venv", venv]));
    await install(python, requirements, version);
    await Deno.writeTextFile(stamp, wanted);
  }
  await writeKernelspec(venv);
  await writeLabSettings(venv);
  return { python, env: environment(venv) };
}

/** What must be the same for an environment to be used again. */
async function fingerprint(root: string, venv: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of ["requirements.txt", "constraints.txt"]) {
    hash.update(await Deno.readTextFile(join(root, ".binder", name)));
  }
  // A virtual environment does not survive being moved
  return `${hash.digest("hex")} ${venv}\n`;
}

async function isWhole(python: string, stamp: string, wanted: string) {
  const found = await Deno.readTextFile(stamp).catch(absent);
  if (found !== wanted) return false;
  // The system's Python, which a virtual environment links to, may have gone
  return (await runCommand(python, ["--version"]))?.success ?? false;
}

/** Removes an environment, but nothing that may be something else. */
async function removeVenv(venv: string, stamp: string) {
  if (await Deno.stat(venv).catch(absent) === undefined) return;
  const signs = [stamp, join(venv, "pyvenv.cfg")];
  const found = await Promise.all(
    signs.map((sign) => Deno.stat(sign).catch(absent)),
  );
  if (found.every((sign) => sign === undefined)) {
    throw new TaskError(
      `Cannot set up Jupyter as .venv must be a Python environment, and ` +
        `${venv} is something else: move it away`,
    );
  }
  await Deno.remove(venv, { recursive: true });
}

async function install(python: string, requirements: string, version: string) {
  const result = await runCommand(python, [
    ...["-m", "pip", "install", "--requirement", requirements],
    // Compiled packages only: none needs a compiler on the student's machine
    ...["--only-binary", ":all:", "--no-compile"],
    ...["--quiet", "--no-input", "--disable-pip-version-check"],
    ...["--retries", "2", "--timeout", "20"],
  ], { env: { PIP_USER: "0", PYTHONHOME: "", PYTHONPATH: "" } });
  if (result?.success) return;
  const said = lastLines(result);
  const unreachable =
    /No matching distribution|Could not find a version|ConnectionError|Max retries|NewConnectionError|Network is unreachable|name resolution|timed out/i;
  throw new TaskError(
    unreachable.test(said)
      ? `Cannot set up Jupyter as its packages must be in reach for Python ` +
        `${version}; pip says:\n${said}\nConnect to the internet once, or give ` +
        `pip a folder of wheels: PIP_NO_INDEX=1 PIP_FIND_LINKS=/that/folder`
      : `Cannot set up Jupyter as pip must succeed; it says:\n${said}`,
  );
}

function must(action: string, result: CommandResult | undefined) {
  if (result?.success) return;
  throw new TaskError(
    `Cannot ${action} as Python must succeed; it says:\n${lastLines(result)}`,
  );
}

function lastLines(result: CommandResult | undefined): string {
  const said = `${result?.stdout ?? ""}\n${result?.stderr ?? ""}`.trim();
  return said.split("\n").slice(-8).map((line) => `  ${line}`).join("\n");
}

function environment(venv: string): Record<string, string> {
  return {
    VIRTUAL_ENV: venv,
    PATH: join(venv, "bin") + delimiter + (Deno.env.get("PATH") ?? ""),
    PYTHONHOME: "",
    PYTHONPATH: "",
    PYTHONNOUSERSITE: "1",
    // The environment's kernelspec comes before the user's of the same name,
    // and no setting, extension or left-over file of the user's takes part
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_PATH: join(venv, "share", "jupyter"),
    JUPYTER_CONFIG_PATH: join(venv, "etc", "jupyter"),
    JUPYTER_CONFIG_DIR: join(venv, "var", "jupyter", "config"),
    JUPYTER_DATA_DIR: join(venv, "var", "jupyter", "data"),
    JUPYTER_RUNTIME_DIR: join(venv, "var", "jupyter", "runtime"),
    IPYTHONDIR: join(venv, "var", "ipython"),
  };
}

/** The answer of a file that may not be there; any other error stays one. */
function absent(error: unknown): undefined {
  if (error instanceof Deno.errors.NotFound) return undefined;
  throw error;
}
