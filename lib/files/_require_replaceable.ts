/** Refuses a folder that is somebody's own: it must not vanish under a model. */
export async function requireReplaceable(path: string) {
  let entries: string[];
  try {
    entries = (await Array.fromAsync(Deno.readDir(path)))
      .map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    if (error instanceof Deno.errors.NotADirectory) {
      throw new Error(
        `Cannot save a model as the folder must be new, empty or an earlier model: ${path} is a file`,
        { cause: error },
      );
    }
    throw error;
  }
  if (entries.length > 0 && !entries.includes("model.json")) {
    throw new Error(
      `Cannot save a model as the folder must be new, empty or an earlier model: ${path} holds ${
        entries[0]
      }`,
    );
  }
}
