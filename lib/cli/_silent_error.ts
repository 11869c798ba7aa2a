import { formatCode } from "./_format_code.ts";

/**
 * What is wrong with a cell that failed and whose error the kernel keeps to
 * itself: Deno 2.9.6 does so with a syntax error, and with a thrown value that
 * is no `Error`.
 *
 * @param source The cell's source.
 */
export async function silentError(source: string): Promise<string> {
  const { success, stderr } = await formatCode(source, "ts");
  if (success) {
    return "The kernel gives no error: was something thrown that is no Error?";
  }
  // The message and the line it is about, not where the formatter keeps its copy
  const [message] = stderr.split(/\n {4}at |\nStack backtrace/);
  return message.replace(/^error: /, "").trimEnd();
}
