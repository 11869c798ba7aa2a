import { unpackArchive } from "./_unpack_archive.ts";
import type { Release } from "./catalogue.ts";
import { MissingDataError } from "./missing_data_error.ts";

/** Options of {@linkcode downloadRelease}. */
export interface DownloadReleaseOptions {
  /** The folder that is to hold the release's folder; made if it is not there. */
  readonly into: string;
  /**
   * Another address of the same archive.
   *
   * @default the one in the catalogue, GroupLens's
   */
  readonly url?: string;
  /**
   * How long the server may take to answer, in seconds; above 0.
   *
   * @default {5}
   */
  readonly connectTimeout?: number;
  /**
   * How long it may be silent after that, in seconds; above 0.
   *
   * @default {30}
   */
  readonly stallTimeout?: number;
  /** Called with the number of bytes so far, of `release.bytes`. */
  readonly onProgress?: (bytes: number) => void;
  /** For networks with a certificate authority of their own. */
  readonly client?: Deno.HttpClient;
}

/**
 * Downloads a release, checks it by size and SHA-256, and unpacks it. Whatever
 * goes wrong, no half of it is left: its folder appears whole or not at all.
 *
 * @param release An entry of the catalogue.
 * @param options Where to put it, and how to fetch it.
 * @returns The path of the release's folder.
 * @throws {MissingDataError} If it cannot be had; the first line of the message says
 * why, the second what to do.
 *
 * @example A server that is not there
 * ```ts
 * import { catalogue, downloadRelease, MissingDataError } from "stacked-autoencoders";
 *
 * try {
 *   await downloadRelease(catalogue["ml-100k"], { into: "data", url: "http://127.0.0.1:9/" });
 *   throw new Error("downloaded from nowhere");
 * } catch (error) {
 *   if (!(error instanceof MissingDataError)) throw error;
 * }
 * ```
 */
export async function downloadRelease(
  release: Release,
  options: DownloadReleaseOptions,
): Promise<string> {
  const {
    into,
    url = release.url,
    connectTimeout = 5,
    stallTimeout = 30,
    onProgress = () => {},
    client,
  } = options;
  for (
    const [name, value] of Object.entries({ connectTimeout, stallTimeout })
  ) {
    if (!(value > 0)) {
      throw new RangeError(
        `Cannot download ${release.title} as ${name} must be above 0 seconds: current value is ${value}`,
      );
    }
  }
  const refusal = (reason: string, cause?: unknown) =>
    new MissingDataError(
      `Cannot download ${release.title} as ${reason}\n${otherWays(release)}`,
      { cause },
    );
  const clock = new Deadline();
  const archive = new Uint8Array(release.bytes);
  let size = 0;
  try {
    clock.set(
      connectTimeout,
      `${url} must answer within ${connectTimeout} s: it did not`,
    );
    const response = await fetch(url, {
      signal: clock.signal,
      ...(client && { client }),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw refusal(
        `${url} must hold it: it answers ${response.status} ${response.statusText}`
          .trimEnd(),
      );
    }
    const silence =
      `${url} must keep sending: after ${stallTimeout} s of silence`;
    clock.set(stallTimeout, `${silence} the download is given up`);
    for await (const chunk of response.body) {
      clock.set(stallTimeout, `${silence} the download is given up`);
      if (size + chunk.length > archive.length) {
        throw refusal(`${url} must hold ${release.bytes} bytes: it holds more`);
      }
      archive.set(chunk, size);
      size += chunk.length;
      onProgress(size);
    }
  } catch (error) {
    if (error instanceof MissingDataError) throw error;
    if (clock.signal.aborted) throw refusal(clock.reason, error);
    throw refusal(explain(url, error), error);
  } finally {
    clock.clear();
  }
  if (size < archive.length) {
    throw refusal(
      `${url} must hold ${release.bytes} bytes: the download ended after ${size}`,
    );
  }
  try {
    return await unpackArchive(release, archive, { into, origin: url });
  } catch (error) {
    if (!(error instanceof MissingDataError)) throw error;
    throw new MissingDataError(`${error.message}\n${otherWays(release)}`, {
      cause: error,
    });
  }
}

/** What works without the server: an archive that somebody hands round. */
function otherWays({ name }: Release): string {
  return `Try again later, or get ${name}.zip from somebody who has it and run \`deno task data ${name} --from ${name}.zip\`, ` +
    `or name another address by \`deno task data ${name} --url …\``;
}

/** Names the cause where Deno's message hides it among others. */
function explain(url: string, error: unknown): string {
  const said = causes(error);
  if (!/certificate/i.test(said)) {
    return `${url} must be reachable and send all of it: ${said}`;
  }
  const { hostname } = new URL(url);
  return /expired/i.test(said)
    ? `the certificate of ${hostname} must be valid: it has EXPIRED (GroupLens has let that happen before), ` +
      `and without it nobody can tell the server from an impostor: ${said}`
    : `the certificate of ${hostname} must be trusted: ${said} ` +
      "(behind a proxy with an authority of its own, DENO_TLS_CA_STORE=system may help)";
}

/** The messages of an error and of what brought it about. */
function causes(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? error.message
    : `${error.message}: ${causes(error.cause)}`;
}

/** A time limit that can be moved, and what to say when it has passed. */
class Deadline {
  readonly #controller = new AbortController();
  #timer?: ReturnType<typeof setTimeout>;
  reason = "";

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  set(seconds: number, reason: string): void {
    this.clear();
    this.reason = reason;
    this.#timer = setTimeout(() => this.#controller.abort(), 1000 * seconds);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}
