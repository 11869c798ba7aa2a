import { unzipSync } from "fflate";
import type { Release } from "./catalogue.ts";
import { MissingDataError } from "./missing_data_error.ts";

/** What {@linkcode unpackArchive} is to know. */
export interface UnpackArchiveOptions {
  /** The folder that is to hold the release's folder. */
  readonly into: string;
  /** Where the archive came from, for messages. */
  readonly origin: string;
}

/**
 * Checks an archive by size and SHA-256, and unpacks it. The release's folder
 * appears with all its files or not at all: they are written beside it first.
 *
 * @returns The release's folder.
 * @throws {MissingDataError} If it is not the archive of the catalogue, or the
 * folder cannot be written.
 */
export async function unpackArchive(
  release: Release,
  archive: Uint8Array<ArrayBuffer>,
  { into, origin }: UnpackArchiveOptions,
): Promise<string> {
  await verify(release, archive, origin);
  const folder = `${into}/${release.name}`;
  const part = `${into}/.${release.name}.part-${crypto.randomUUID()}`;
  try {
    await Deno.mkdir(part, { recursive: true });
    try {
      for (const name of namesIn(archive, release)) {
        // One at a time: the largest release takes a gigabyte unpacked.
        const file = unzipSync(archive, { filter: (it) => it.name === name });
        const path = `${part}/${name}`;
        await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), {
          recursive: true,
        });
        await Deno.writeFile(path, file[name]);
      }
      await Deno.rename(`${part}/${release.name}`, folder);
    } finally {
      await Deno.remove(part, { recursive: true });
    }
  } catch (error) {
    // Somebody else may have put it there meanwhile, whole like ours.
    if (await isFolder(folder)) return folder;
    throw new MissingDataError(
      `Cannot unpack ${release.title} as ${into} must take its files: ${
        error instanceof Error ? error.message : error
      }`,
      { cause: error },
    );
  }
  return folder;
}

async function verify(
  release: Release,
  archive: Uint8Array<ArrayBuffer>,
  origin: string,
): Promise<void> {
  const { title, bytes, changing } = release;
  const cure = changing
    ? "GroupLens replaces this release now and then, so its archive may be a newer one than this project knows"
    : "it may be damaged, cut short or another file: fetch it again";
  if (archive.length !== bytes) {
    throw new MissingDataError(
      `Cannot accept ${origin} as ${title} as the archive must be of ${bytes} bytes: current size is ${archive.length}; ${cure}`,
    );
  }
  const digest = await crypto.subtle.digest("SHA-256", archive);
  const sha256 = new Uint8Array(digest).toHex();
  if (sha256 !== release.sha256) {
    throw new MissingDataError(
      `Cannot accept ${origin} as ${title} as the archive's SHA-256 must be ${release.sha256}: current value is ${sha256}; ${cure}`,
    );
  }
}

/** The release's own files; not what an archiver may have put beside its folder. */
function namesIn(archive: Uint8Array, { name }: Release): string[] {
  const names: string[] = [];
  unzipSync(archive, {
    filter(file) {
      names.push(file.name);
      return false;
    },
  });
  return names.filter((path) =>
    path.startsWith(`${name}/`) && !path.endsWith("/") &&
    !path.split("/").includes("..")
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    if (
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory
    ) return false;
    throw error;
  }
}
