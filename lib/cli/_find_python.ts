import { runCommand } from "./_run_command.ts";
import { TaskError } from "./_task_error.ts";

/** The Pythons that the pinned packages have wheels for. */
const OLDEST = 10;
const NEWEST = 14;

/** A Python that can make a virtual environment. */
export interface Python {
  /** What to call it by. */
  readonly command: string;
  /** Its version, such as `3.12.1`. */
  readonly version: string;
}

/** Options of {@linkcode findPython}. */
export interface FindPythonOptions {
  /**
   * The commands to try, in order.
   * @default python3, then python3.14 down to python3.10, then python
   */
  readonly candidates?: readonly string[];
}

/**
 * Finds a Python 3 that is neither too old nor too new for the pinned packages
 * and can make virtual environments.
 *
 * @throws {TaskError} Where there is none: what is missing, and its cure.
 */
export async function findPython(
  options: FindPythonOptions = {},
): Promise<Python> {
  const { candidates = defaultCandidates() } = options;
  const complaints: string[] = [];
  for (const command of candidates) {
    const found = await look(command);
    if (typeof found === "object") return found;
    if (found !== undefined) complaints.push(found);
  }
  throw new TaskError(
    // The first complaint is about the Python that the user would call python3
    complaints[0] ??
      `Cannot set up Jupyter as Python 3 is missing: install Python 3.${OLDEST} ` +
        `to 3.${NEWEST} (Debian, Ubuntu: apt install python3 python3-venv; ` +
        "macOS: brew install python3)",
  );
}

function defaultCandidates(): string[] {
  const versions = Array.from(
    { length: NEWEST - OLDEST + 1 },
    (_, index) => `python3.${NEWEST - index}`,
  );
  return ["python3", ...versions, "python"];
}

/** A usable Python, what is wrong with it, or `undefined` where there is none. */
async function look(command: string): Promise<Python | string | undefined> {
  const answer = await runCommand(command, ["--version"]);
  const version = answer?.stdout.match(/^Python (\d+)\.(\d+)\S*/);
  // A stub, such as pyenv's for a version that is not active, is no Python
  if (!answer?.success || !version) return undefined;
  const [text, major, minor] = version;
  if (Number(major) < 3 || Number(minor) < OLDEST) {
    return `Cannot set up Jupyter as it needs Python 3.${OLDEST} or later: ` +
      `${command} is ${text}; install a later one beside it ` +
      "(Debian, Ubuntu: apt install python3 python3-venv; " +
      "macOS: brew install python3)";
  }
  if (Number(minor) > NEWEST) {
    return `Cannot set up Jupyter as its pinned packages know Python up to ` +
      `3.${NEWEST}: ${command} is ${text}; install Python 3.${NEWEST} beside it`;
  }
  for (const module of ["venv", "ensurepip"]) {
    const test = module === "venv" ? ["--help"] : ["--version"];
    if (!(await runCommand(command, ["-m", module, ...test]))?.success) {
      return `Cannot set up Jupyter as Python's module ${module} is missing ` +
        `from ${command} (${text}): install it ` +
        `(Debian, Ubuntu: apt install python3-venv, or python3.${minor}-venv)`;
    }
  }
  return { command, version: text.slice("Python ".length) };
}
