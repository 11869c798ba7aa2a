/** The files of one release, wherever they are. */
export interface ReleaseFiles {
  /** The name by which messages call a file, for example "ml-100k/u.item". */
  label(file: string): string;
  /** A file's content. */
  read(file: string): Uint8Array;
}

/**
 * The files of a release in a folder.
 *
 * @param folder The path of the folder, for example "data/ml-100k".
 * @param name The release's name, for example "ml-100k".
 */
export function filesIn(folder: string, name: string): ReleaseFiles {
  const label = (file: string) => `${name}/${file}`;
  return {
    label,
    read(file) {
      try {
        return Deno.readFileSync(`${folder}/${file}`);
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
        throw new Deno.errors.NotFound(
          `Cannot read ${
            label(file)
          } as the file must be there: ${folder}/${file} does not exist; ` +
            `remove the folder ${folder} and fetch the release again with \`deno task data ${name}\``,
          { cause: error },
        );
      }
    },
  };
}

/**
 * The files of a release in memory.
 *
 * @param contents The content of each file, by its name.
 * @param name The release's name, for example "synthetic-100k".
 */
export function filesFrom(
  contents: ReadonlyMap<string, Uint8Array>,
  name: string,
): ReleaseFiles {
  const label = (file: string) => `${name}/${file}`;
  return {
    label,
    read(file) {
      const bytes = contents.get(file);
      if (bytes !== undefined) return bytes;
      throw new Deno.errors.NotFound(
        `Cannot read ${label(file)} as the file must be there: ${name} has ${
          [...contents.keys()].join(", ")
        }`,
      );
    },
  };
}
