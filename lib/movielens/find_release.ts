import type { Release } from "./catalogue.ts";
import { MissingDataError } from "./missing_data_error.ts";

/** Options of {@linkcode findRelease}. */
export interface FindReleaseOptions {
  /** The folder that holds the release's folder; the only place looked at then. */
  readonly dir?: string;
  /**
   * The environment variables.
   *
   * @default Deno.env
   */
  readonly env?: { get(name: string): string | undefined };
  /**
   * The folder into which `deno task data` puts releases; `undefined` if the
   * library is not on disk.
   *
   * @default the folder data/ of this project
   */
  readonly dataDir?: string;
}

/** Where a release was found, or where it was looked for in vain. */
export type FoundRelease =
  | {
    /** The path of the release's folder. */
    readonly folder: string;
    /** Which of the places it was. */
    readonly source: "dir" | "MOVIELENS_DIR" | "data/" | "download";
  }
  | {
    readonly folder: undefined;
    /** A sentence for each place. */
    readonly tried: readonly string[];
  };

/**
 * Looks for a release: in the folder that was named, by option or by
 * MOVIELENS_DIR, or else in this project's `data/`.
 *
 * @throws {MissingDataError} If a folder was named and does not hold it: a wish
 * that cannot be met is never met by something else.
 */
export function findRelease(
  release: Release,
  options: FindReleaseOptions = {},
): FoundRelease {
  const { dir, env = Deno.env, dataDir = projectDataDir() } = options;
  const { name } = release;
  const fromEnvironment = env.get("MOVIELENS_DIR") || undefined;
  const named = dir ?? fromEnvironment;
  if (named !== undefined) {
    const source = dir === undefined ? "MOVIELENS_DIR" : "dir";
    const folder = join(named, name);
    if (isFolder(folder)) return { folder, source };
    const hint = isFile(join(named, "u.data"))
      ? `${named} is the release itself: name the folder above it`
      : `name the folder that holds ${name}/, or fetch the data with \`deno task data ${name}\` and ${
        dir === undefined ? "unset MOVIELENS_DIR" : "leave dir out"
      }`;
    throw new MissingDataError(
      `Cannot load ${release.title} as ${
        dir === undefined ? "MOVIELENS_DIR" : "dir"
      } must hold ${name}/: there is no folder ${folder}; ${hint}`,
    );
  }
  const tried = ["MOVIELENS_DIR is not set"];
  if (dataDir === undefined) {
    tried.push("the library is not on disk, so there is no data/ beside it");
  } else {
    const folder = join(dataDir, name);
    if (isFolder(folder)) return { folder, source: "data/" };
    tried.push(`there is no data/${name}/ in this project`);
  }
  return { folder: undefined, tried };
}

/** The folder `data/` of this project, if the project is on disk. */
export function projectDataDir(): string | undefined {
  const url = new URL("../../data", import.meta.url);
  return url.protocol === "file:"
    ? decodeURIComponent(url.pathname)
    : undefined;
}

/** Whether MOVIELENS_OFFLINE forbids downloads: set, and neither empty nor 0. */
export function isOffline(
  env: { get(name: string): string | undefined },
): boolean {
  return !["", "0", undefined].includes(env.get("MOVIELENS_OFFLINE"));
}

function join(folder: string, name: string): string {
  return `${folder.replace(/\/+$/, "")}/${name}`;
}

function isFolder(path: string): boolean {
  return stat(path)?.isDirectory ?? false;
}

function isFile(path: string): boolean {
  return stat(path)?.isFile ?? false;
}

function stat(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.statSync(path);
  } catch (error) {
    if (
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory
    ) return undefined;
    throw error;
  }
}
