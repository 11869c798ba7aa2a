import { createHash } from "node:crypto";
import { zipSync } from "fflate";
import type { Release } from "../../lib/movielens/catalogue.ts";
import { tinyFiles } from "./_tiny_release.ts";

/** The tiny release as an archive, with what archivers put beside a folder. */
export const archive: Uint8Array<ArrayBuffer> = zipSync({
  "ml-100k": Object.fromEntries(tinyFiles()),
  "__MACOSX": { "._ml-100k": new Uint8Array(9) },
}) as Uint8Array<ArrayBuffer>;

/** What a catalogue would say of it. */
export const release: Release = {
  name: "ml-100k",
  title: "Tiny",
  url: "http://127.0.0.1:9/",
  bytes: archive.length,
  sha256: createHash("sha256").update(archive).digest("hex"),
  citation: "Nobody",
  changing: false,
};

/** Runs with a folder that is gone afterwards. */
export async function withFolder(
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Runs with a server on this machine. */
export async function withServer(
  handler: (request: Request) => Response | Promise<Response>,
  run: (url: string) => Promise<void>,
  tls: { cert?: string; key?: string } = {},
): Promise<void> {
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen() {},
    onError: () => new Response("failed", { status: 500 }),
    ...tls,
  } as Deno.ServeTcpOptions, handler);
  const scheme = tls.cert ? "https" : "http";
  try {
    await run(`${scheme}://127.0.0.1:${server.addr.port}/ml-100k.zip`);
  } finally {
    await server.shutdown();
  }
}

/** The names in a folder, hidden ones too. */
export function namesIn(folder: string): string[] {
  return Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
}
