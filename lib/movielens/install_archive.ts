import { unpackArchive } from "./_unpack_archive.ts";
import type { Release } from "./catalogue.ts";
import { MissingDataError } from "./missing_data_error.ts";

/** Options of {@linkcode installArchive}. */
export interface InstallArchiveOptions {
  /** The archive's file, for example "ml-100k.zip". */
  readonly from: string;
  /** The folder that is to hold the release's folder; made if it is not there. */
  readonly into: string;
}

/**
 * Takes a release from an archive on disk, checked like a download by size and
 * SHA-256.
 *
 * @param release An entry of the catalogue.
 * @param options The archive, and where to put its content.
 * @returns The path of the release's folder.
 * @throws {MissingDataError} If the file is not there or not that archive.
 *
 * @example A file that is not there
 * ```ts
 * import { catalogue, installArchive, MissingDataError } from "stacked-autoencoders";
 *
 * try {
 *   await installArchive(catalogue["ml-100k"], { from: "no/such.zip", into: "data" });
 *   throw new Error("unpacked nothing");
 * } catch (error) {
 *   if (!(error instanceof MissingDataError)) throw error;
 * }
 * ```
 */
export async function installArchive(
  release: Release,
  { from, into }: InstallArchiveOptions,
): Promise<string> {
  let archive;
  try {
    archive = await Deno.readFile(from);
  } catch (error) {
    throw new MissingDataError(
      `Cannot take ${release.title} from ${from} as the file must be readable: ${
        error instanceof Error ? error.message : error
      }`,
      { cause: error },
    );
  }
  return await unpackArchive(release, archive, { into, origin: from });
}
