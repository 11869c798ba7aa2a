import { fileURLToPath } from "node:url";
import { TaskError } from "./_task_error.ts";

/** What a process of the benchmark measures. */
export interface BenchProcessOptions {
  /** In words, for the error message. */
  readonly what: string;
  readonly args: readonly (string | number)[];
}

/**
 * Measures in a process of its own, which no earlier measurement disturbs.
 *
 * @param script A program next to this file.
 * @returns What it prints as its last line, in JSON.
 * @throws {TaskError} If it fails.
 */
export async function benchProcess<Result>(
  script: string,
  { what, args }: BenchProcessOptions,
): Promise<Result> {
  const program = fileURLToPath(new URL(script, import.meta.url));
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", program, ...args.map(String)],
  }).output();
  const text = new TextDecoder();
  if (!success) {
    throw new TaskError(
      `Cannot measure ${what} as its process failed: ${text.decode(stderr)}`,
    );
  }
  return JSON.parse(text.decode(stdout).trimEnd().split("\n").at(-1)!);
}
