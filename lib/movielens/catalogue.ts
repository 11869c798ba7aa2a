/** One of GroupLens's releases of MovieLens, as an archive to be fetched. */
export interface Release {
  /** The name of the archive and of the folder in it, for example "ml-100k". */
  readonly name: ReleaseName;
  /** The name to show. */
  readonly title: string;
  /** Where GroupLens offers the archive. */
  readonly url: string;
  /** Size of the archive, in bytes. */
  readonly bytes: number;
  /** SHA-256 of the archive, in hexadecimal. */
  readonly sha256: string;
  /** What to cite in whatever uses the data. */
  readonly citation: string;
  /** Whether GroupLens replaces the archive now and then, so that it may fail the check. */
  readonly changing: boolean;
}

/** The name of a {@linkcode Release}. */
export type ReleaseName =
  | "ml-100k"
  | "ml-1m"
  | "ml-latest-small"
  | "ml-20m"
  | "ml-25m";

const citation =
  "F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context. " +
  "ACM Transactions on Interactive Intelligent Systems (TiiS) 5, 4, Article 19 (December 2015), 19 pages. " +
  "https://doi.org/10.1145/2827872";

function release(
  name: ReleaseName,
  parts: Pick<Release, "title" | "bytes" | "sha256"> & { changing?: boolean },
): Release {
  const url = `https://files.grouplens.org/datasets/movielens/${name}.zip`;
  return { name, url, citation, changing: false, ...parts };
}

/**
 * The releases that `deno task data` can fetch. An archive is accepted only with
 * the size and the SHA-256 given here.
 *
 * @example What to cite
 * ```ts
 * import { catalogue } from "stacked-autoencoders";
 *
 * const { title, citation } = catalogue["ml-100k"];
 * if (title !== "MovieLens 100K") throw new Error("not that one");
 * if (!citation.includes("Harper")) throw new Error("not their work");
 * ```
 */
export const catalogue: Readonly<Record<ReleaseName, Release>> = {
  "ml-100k": release("ml-100k", {
    title: "MovieLens 100K",
    bytes: 4_924_029,
    sha256: "50d2a982c66986937beb9ffb3aa76efe955bf3d5c6b761f4e3a7cd717c6a3229",
  }),
  "ml-1m": release("ml-1m", {
    title: "MovieLens 1M",
    bytes: 5_917_549,
    sha256: "a6898adb50b9ca05aa231689da44c217cb524e7ebd39d264c56e2832f2c54e20",
  }),
  "ml-latest-small": release("ml-latest-small", {
    title: "MovieLens Latest (small)",
    bytes: 978_202,
    sha256: "696d65a3dfceac7c45750ad32df2c259311949efec81f0f144fdfb91ebc9e436",
    changing: true,
  }),
  "ml-20m": release("ml-20m", {
    title: "MovieLens 20M",
    bytes: 198_702_078,
    sha256: "96f243c338a8665f6bcc89c53edf6ee39162a846940de6b7c8c48aeada765ff3",
  }),
  "ml-25m": release("ml-25m", {
    title: "MovieLens 25M",
    bytes: 261_978_986,
    sha256: "8b21cfb7eb1706b4ec0aac894368d90acf26ebdfb6aced3ebd4ad5bd1eb9c6aa",
  }),
};
