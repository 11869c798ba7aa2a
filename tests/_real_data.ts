/** The folder that holds `ml-100k/`, where this machine has one. */
export function realData(): string | undefined {
  const folders = [
    Deno.env.get("MOVIELENS_DIR"),
    new URL("../data", import.meta.url).pathname,
  ];
  return folders.find((folder) => folder && hasRatings(folder));
}

/** Registers a test that needs MovieLens, or one that says why it did not run. */
export function realDataTest(
  name: string,
  test: (folder: string) => Promise<void>,
) {
  const folder = realData();
  Deno.test({
    name: folder === undefined
      ? `${name} (skipped: no MovieLens at ${
        Deno.env.get("MOVIELENS_DIR") || "data/"
      })`
      : name,
    ignore: folder === undefined,
    fn: () => test(folder!),
  });
}

function hasRatings(folder: string): boolean {
  try {
    return Deno.statSync(`${folder}/ml-100k/u.data`).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
