import type { CommandResult } from "./_run_command.ts";

/**
 * What `deno fmt` makes of a text, by its default rules.
 *
 * @param text The text.
 * @param language The extension that says what it is.
 */
export async function formatCode(
  text: string,
  language: "ts" | "ipynb",
): Promise<CommandResult> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--no-config", `--ext=${language}`, "-"],
    env: { NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(text));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return {
    success,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}
