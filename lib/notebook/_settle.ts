/**
 * Gives the kernel a moment to send what was displayed. Without it the message
 * may leave after the one that says the cell is done (seen in Deno 2.9.6, in a
 * few cells of a hundred), and programs that run notebooks then lose it.
 */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
