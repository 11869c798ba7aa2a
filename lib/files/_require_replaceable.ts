/** Whether a file of this name holds the weights of a saved model. */
export function isWeightsFile(name: unknown): name is string {
  return typeof name === "string" && /^weights(-[\da-f-]+)?\.bin$/.test(name);
}

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
  const foreign = entries.find((name) =>
    name !== "model.json" && !isWeightsFile(name)
  );
  const orphan = entries.includes("model.json") ? undefined : entries[0];
  if (foreign !== undefined || orphan !== undefined) {
    throw new Error(
      `Cannot save a model as the folder must be new, empty or an earlier model: ${path} holds ${
        foreign ?? orphan
      }`,
    );
  }
}
