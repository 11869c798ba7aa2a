import { Command, CommanderError } from "commander";
import { DivergenceError } from "../autoencoder/divergence_error.ts";
import { MissingDataError } from "../movielens/missing_data_error.ts";
import { TaskError } from "./_task_error.ts";

/**
 * A commander program for `deno task <name>`: a wrong option is one line on
 * standard error, and throws instead of ending the process.
 *
 * @param name The task's name.
 * @param description What the task does, for `--help`.
 */
export function taskCommand(name: string, description: string): Command {
  return new Command(`deno task ${name}`)
    .description(description)
    .configureOutput({
      outputError: (text, write) =>
        write(`${text.trim().replaceAll("\n", " ")}\n`),
    })
    .exitOverride();
}

/** What data and options of a user's can bring about: the message says it all. */
const expected = [MissingDataError, DivergenceError, SyntaxError, RangeError];

/**
 * Runs a task to its exit status. A {@linkcode TaskError}, and what unfit data
 * throw, is shown as its message; a wrong command line ends with 2; any other
 * error is a fault of ours and keeps its stack.
 *
 * @param task The task; answers its exit status.
 * @returns The exit status.
 */
export async function runTask(task: () => Promise<number>): Promise<number> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof TaskError) {
      console.error(`error: ${error.message}`);
      return error.exitStatus;
    }
    if (expected.some((kind) => error instanceof kind)) {
      console.error(`error: ${(error as Error).message}`);
      return 1;
    }
    throw error;
  }
}
