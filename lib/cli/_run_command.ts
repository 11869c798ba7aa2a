/** What a command said and how it ended. */
export interface CommandResult {
  /** Whether it ended with 0. */
  readonly success: boolean;
  /** Its standard output. */
  readonly stdout: string;
  /** Its standard error. */
  readonly stderr: string;
}

/** Options of {@linkcode runCommand}. */
export interface RunCommandOptions {
  /** The folder to run in. @default the process's own */
  readonly cwd?: string;
  /** Variables to add to the process's own. @default {} */
  readonly env?: Record<string, string>;
}

/**
 * Runs a command to its end, keeping what it says.
 *
 * @returns `undefined` where there is no such command.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: RunCommandOptions = {},
): Promise<CommandResult | undefined> {
  try {
    const { success, stdout, stderr } = await new Deno.Command(command, {
      args: [...args],
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      ...options,
    }).output();
    const text = new TextDecoder();
    return {
      success,
      stdout: text.decode(stdout),
      stderr: text.decode(stderr),
    };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
