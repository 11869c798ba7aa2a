import assert from "node:assert/strict";
import {
  downloadRelease,
  type DownloadReleaseOptions,
} from "../../lib/movielens/download.ts";
import { installArchive } from "../../lib/movielens/install_archive.ts";
import { MissingDataError } from "../../lib/movielens/missing_data_error.ts";
import { MovieLens } from "../../lib/movielens/movielens.ts";
import { filesIn } from "../../lib/movielens/release_files.ts";
import { expired } from "./_expired_certificate.ts";
import {
  archive,
  namesIn,
  release,
  withFolder,
  withServer,
} from "./_tiny_archive.ts";
import { tiny } from "./_tiny_release.ts";

const advice =
  "\nTry again later, or get ml-100k.zip from somebody who has it and run " +
  "`deno task data ml-100k --from ml-100k.zip`, or name another address by " +
  "`deno task data ml-100k --url …`";

/** Downloads in vain: the message fits, and nothing is left in the folder. */
async function refused(
  message: RegExp,
  options: Partial<DownloadReleaseOptions>,
): Promise<void> {
  await withFolder(async (into) => {
    await assert.rejects(
      downloadRelease(release, { into, ...options }),
      (error: Error) => {
        assert(error instanceof MissingDataError, `${error.stack}`);
        assert.match(error.message, message);
        assert(error.message.endsWith(advice), error.message);
        return true;
      },
    );
    assert.deepEqual(namesIn(into), []);
  });
}

Deno.test("downloadRelease() puts the release's folder in place when all is well", async () => {
  await withFolder((into) =>
    withServer(() => new Response(archive), async (url) => {
      const progress: number[] = [];
      const folder = await downloadRelease(release, {
        into: `${into}/new`, // Made on the way
        url,
        onProgress: (bytes) => progress.push(bytes),
      });
      assert.equal(folder, `${into}/new/ml-100k`);
      assert.equal(progress.at(-1), archive.length);
      assert.deepEqual(namesIn(into), ["new"]);
      assert.deepEqual(namesIn(`${into}/new`), ["ml-100k"]);
      assert.deepEqual(namesIn(folder), Object.keys(tiny).sort());
      const movielens = await MovieLens.read(filesIn(folder, "ml-100k"), {
        ...release,
        source: "download",
      });
      assert.equal(movielens.matrix().size, 4);
    })
  );
});

Deno.test("downloadRelease() leaves nothing when the archive is truncated", () =>
  withServer(
    () => new Response(archive.slice(0, 500)),
    (url) =>
      refused(
        /^Cannot download Tiny as http:.+ must hold \d+ bytes: the download ended after 500\n/,
        { url },
      ),
  ));

Deno.test("downloadRelease() leaves nothing when the archive is longer", () =>
  withServer(
    () => new Response(new Uint8Array([...archive, 0])),
    (url) => refused(/ must hold \d+ bytes: it holds more\n/, { url }),
  ));

Deno.test("downloadRelease() leaves nothing when a byte is wrong", () =>
  withServer(() => {
    const damaged = archive.slice();
    damaged[damaged.length >> 1] ^= 1;
    return new Response(damaged);
  }, (url) =>
    refused(
      new RegExp(
        `^Cannot accept http:.+ as Tiny as the archive's SHA-256 must be ${release.sha256}: current value is [0-9a-f]{64}; it may be damaged`,
      ),
      { url },
    )));

Deno.test("downloadRelease() says so when the server does not have it", () =>
  withServer(
    () => new Response("no", { status: 404 }),
    (url) => refused(/ must hold it: it answers 404 Not Found\n/, { url }),
  ));

Deno.test("downloadRelease() says so when nobody answers", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  await refused(/ must be reachable and send all of it: .*refused/i, {
    url: `http://127.0.0.1:${port}/`,
  });
});

Deno.test("downloadRelease() gives up when the server takes too long to answer", async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  await withServer(() => promise, async (url) => {
    await refused(/ must answer within 0\.05 s: it did not\n/, {
      url,
      connectTimeout: 0.05,
    });
    resolve(new Response());
  });
});

Deno.test("downloadRelease() gives up when the server falls silent", async () => {
  let finish = () => {};
  const body = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(archive.slice(0, 300));
        finish = () => controller.close();
      },
      cancel() {
        finish = () => {};
      },
    });
  await withServer(() => new Response(body()), async (url) => {
    await refused(/ after 0\.1 s of silence the download is given up\n/, {
      url,
      stallTimeout: 0.1,
    });
    finish();
  });
});

Deno.test("downloadRelease() leaves nothing when the connection breaks", async () => {
  // A server of our own, as Deno.serve() would end the answer properly.
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const served = (async () => {
    const connection = await listener.accept();
    await connection.read(new Uint8Array(4096));
    const head = `HTTP/1.1 200 OK\r\nContent-Length: ${archive.length}\r\n\r\n`;
    await connection.write(new TextEncoder().encode(head));
    await connection.write(archive.slice(0, 700));
    connection.close();
  })();
  await refused(/ must be reachable and send all of it: /, {
    url: `http://127.0.0.1:${port}/`,
  });
  await served;
  listener.close();
});

Deno.test("downloadRelease() names an expired certificate, and does not trust it", async () => {
  using client = Deno.createHttpClient({ caCerts: [expired.authority] });
  await withServer(() => new Response(archive), async (url) => {
    await refused(
      /^Cannot download Tiny as the certificate of 127\.0\.0\.1 must be valid: it has EXPIRED/,
      { url, client },
    );
  }, expired);
});

Deno.test("downloadRelease() names a certificate that nobody vouches for", () =>
  withServer(
    () => new Response(archive),
    (url) =>
      refused(
        /^Cannot download Tiny as the certificate of 127\.0\.0\.1 must be /,
        { url },
      ),
    expired,
  ));

Deno.test("downloadRelease() keeps the folder when it appears meanwhile", () =>
  withFolder((into) =>
    withServer(() => {
      Deno.mkdirSync(`${into}/ml-100k`);
      Deno.writeTextFileSync(`${into}/ml-100k/theirs`, "");
      return new Response(archive);
    }, async (url) => {
      await downloadRelease(release, { into, url });
      assert.deepEqual(namesIn(into), ["ml-100k"]);
      assert.deepEqual(namesIn(`${into}/ml-100k`), ["theirs"]);
    })
  ));

Deno.test("downloadRelease() says so when the folder cannot be written", () =>
  withFolder((folder) =>
    withServer(() => new Response(archive), async (url) => {
      await Deno.writeTextFile(`${folder}/file`, "");
      await assert.rejects(
        downloadRelease(release, { into: `${folder}/file`, url }),
        { name: "MissingDataError", message: /^Cannot unpack Tiny as / },
      );
    })
  ));

Deno.test("downloadRelease() refuses times that are none", async () => {
  for (const options of [{ connectTimeout: 0 }, { stallTimeout: NaN }]) {
    await assert.rejects(downloadRelease(release, { into: "x", ...options }), {
      name: "RangeError",
      message: /Timeout must be above 0 seconds: current value is (0|NaN)$/,
    });
  }
});

Deno.test("installArchive() takes the archive, or says what is wrong with it", () =>
  withFolder(async (folder) => {
    const [from, into] = [`${folder}/ml-100k.zip`, `${folder}/data`];
    await assert.rejects(installArchive(release, { from, into }), {
      name: "MissingDataError",
      message: /^Cannot take Tiny from .+ as the file must be readable: /,
    });
    await Deno.writeFile(from, archive.slice(1));
    await assert.rejects(installArchive(release, { from, into }), {
      name: "MissingDataError",
      message: /as the archive must be of \d+ bytes: current size is \d+; /,
    });
    await assert.rejects(
      installArchive({ ...release, changing: true }, { from, into }),
      { message: /GroupLens replaces this release now and then/ },
    );
    assert.deepEqual(namesIn(folder), ["ml-100k.zip"]);
    await Deno.writeFile(from, archive);
    await installArchive(release, { from, into });
    assert.deepEqual(namesIn(into), ["ml-100k"]);
    assert.deepEqual(namesIn(`${into}/ml-100k`), Object.keys(tiny).sort());
  }));
