import { dirname, resolve } from "node:path";
import { requireReplaceable } from "./_require_replaceable.ts";

/**
 * Makes an empty folder beside the one that a model is to be saved to.
 *
 * @throws {Error} If nothing can be written there.
 */
export async function makeDraft(path: string): Promise<string> {
  const parent = dirname(resolve(path));
  try {
    await Deno.mkdir(parent, { recursive: true });
    return await Deno.makeTempDir({ dir: parent, prefix: ".saving-" });
  } catch (cause) {
    throw new Error(
      `Cannot save a model to ${path} as ${parent} must be a folder that can be written to: ${
        (cause as Error).message
      }`,
      { cause },
    );
  }
}

/** Refuses a place where a model could not be saved, before it is trained. */
export async function requireSavable(path: string) {
  requirePath(path);
  await requireReplaceable(path);
  await Deno.remove(await makeDraft(path));
}

/** Refuses a path that is no text, or empty. */
export function requirePath(path: string) {
  if (typeof path !== "string" || path.trim() === "") {
    throw new TypeError(
      `Cannot use a model folder as its path must be a text that is not empty: current value is ${
        JSON.stringify(path)
      }`,
    );
  }
}
