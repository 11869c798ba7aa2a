/**
 * `deno task data`: puts a release of MovieLens into `data/`, downloaded or out
 * of an archive.
 *
 * @module
 */
import { SingleBar } from "cli-progress";
import { Argument, Option } from "commander";
import process from "node:process";
import { catalogue, type Release } from "../movielens/catalogue.ts";
import { downloadRelease } from "../movielens/download.ts";
import { isOffline, projectDataDir } from "../movielens/find_release.ts";
import { installArchive } from "../movielens/install_archive.ts";
import { runTask, taskCommand } from "./_run_task.ts";
import { TaskError } from "./_task_error.ts";

/** Options of {@linkcode dataTask}. */
export interface DataTaskOptions {
  /** The folder that is to hold the release's folder. @default data/ */
  readonly into?: string;
  /** The releases there are. @default catalogue */
  readonly releases?: { readonly [name: string]: Release };
  /** The environment variables. @default Deno.env */
  readonly env?: { get(name: string): string | undefined };
}

/** Runs `deno task data` with these arguments; answers the exit status. */
export async function dataTask(
  args: readonly string[],
  options: DataTaskOptions = {},
): Promise<number> {
  const { into = projectDataDir(), env = Deno.env } = options;
  const releases: Required<DataTaskOptions>["releases"] = options.releases ??
    catalogue;
  const command = taskCommand(
    "data",
    "Fetches a release of MovieLens, verified by size and SHA-256, into data/.",
  )
    .addArgument(
      new Argument("[release]", "which one").choices(Object.keys(releases))
        .default("ml-100k"),
    )
    .addOption(
      new Option("--from <file>", "take it from this archive").conflicts("url"),
    )
    .option("--url <url>", "fetch it from this address")
    .parse(args, { from: "user" });
  const { from, url } = command.opts<{ from?: string; url?: string }>();
  if (url !== undefined && !/^https?:/.test(URL.parse(url)?.protocol ?? "")) {
    command.error(
      `error: --url must be an address that begins with http:// or https://: current value is ${url}`,
    );
  }
  const release = releases[String(command.processedArgs[0])];
  const { name, title, citation } = release;
  if (into === undefined) {
    throw new TaskError(
      `Cannot put ${title} into data/ as this project must be on disk: it is run from elsewhere`,
    );
  }
  if (exists(`${into}/${name}`)) {
    console.log(
      `${title} is already in data/${name}/; remove that folder to fetch it again`,
    );
    return 0;
  }
  if (from !== undefined) {
    await installArchive(release, { from, into });
  } else {
    if (isOffline(env)) {
      throw new TaskError(
        `Cannot download ${title} as MOVIELENS_OFFLINE is set: unset it, or name an archive by --from ${name}.zip`,
      );
    }
    await download(release, { into, url });
  }
  console.log(
    `${title} is in data/${name}/, verified by size and SHA-256.\n` +
      "For research and teaching, not to be redistributed; please cite:\n" +
      citation,
  );
  return 0;
}

/** Downloads with a bar on the terminal; none is shown where there is none. */
async function download(
  release: Release,
  where: { into: string; url?: string },
): Promise<void> {
  console.log(`Downloading ${release.title}: ${where.url ?? release.url}`);
  const bar = new SingleBar({
    format: "{bar} {megabytes} of {all} MB · {eta} s left",
    stream: process.stderr,
    clearOnComplete: true,
  });
  const all = (release.bytes / 1e6).toFixed(1);
  bar.start(release.bytes, 0, { megabytes: "0.0", all });
  try {
    await downloadRelease(release, {
      ...where,
      onProgress: (bytes) =>
        bar.update(bytes, { megabytes: (bytes / 1e6).toFixed(1) }),
    });
  } finally {
    bar.stop();
  }
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

if (import.meta.main) Deno.exit(await runTask(() => dataTask(Deno.args)));
