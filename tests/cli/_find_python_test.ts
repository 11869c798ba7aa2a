import assert from "node:assert/strict";
import { join } from "node:path";
import { findPython } from "../../lib/cli/_find_python.ts";
import { TaskError } from "../../lib/cli/_task_error.ts";

/** A folder with stand-ins for Python: each says its version, and lacks modules. */
async function pythons(
  stands: Record<string, { version: string; lacks?: string }>,
) {
  const folder = await Deno.makeTempDir();
  for (const [name, { version, lacks = "nothing" }] of Object.entries(stands)) {
    const script = `#!/bin/sh
case "$*" in
  --version) echo "${version}" ;;
  *"-m ${lacks}"*) echo "No module named ${lacks}" >&2; exit 1 ;;
esac
`;
    await Deno.writeTextFile(join(folder, name), script, { mode: 0o755 });
  }
  return {
    candidates: (...names: string[]) => names.map((name) => join(folder, name)),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** A refusal that says both what is wrong and what to do. */
const refusal = (...words: RegExp[]) => (error: Error) =>
  error instanceof TaskError && error.exitStatus === 1 &&
  words.every((word) => word.test(error.message));

Deno.test("findPython() takes the first that is neither too old nor too new", async () => {
  await using stands = await pythons({
    old: { version: "Python 3.9.18" },
    new: { version: "Python 3.15.0" },
    fit: { version: "Python 3.12.1" },
  });
  const candidates = stands.candidates("absent", "old", "new", "fit");
  assert.deepEqual(await findPython({ candidates }), {
    command: candidates[3],
    version: "3.12.1",
  });
});

Deno.test("findPython() names a Python that is too old, or too new", async () => {
  await using stands = await pythons({
    old: { version: "Python 3.9.18" },
    new: { version: "Python 3.15.0" },
  });
  await assert.rejects(
    findPython({ candidates: stands.candidates("old", "new") }),
    refusal(/needs Python 3\.10 or later: .*old is Python 3\.9\.18/, /install/),
  );
  await assert.rejects(
    findPython({ candidates: stands.candidates("new") }),
    refusal(/up to 3\.14: .*new is Python 3\.15\.0/, /install Python 3\.14/),
  );
});

Deno.test("findPython() names the module that is missing and its package", async () => {
  for (const lacks of ["venv", "ensurepip"]) {
    await using stands = await pythons({
      bare: { version: "Python 3.11.2", lacks },
    });
    await assert.rejects(
      findPython({ candidates: stands.candidates("bare") }),
      refusal(
        new RegExp(`module ${lacks} is missing`),
        /apt install python3-venv, or python3\.11-venv/,
      ),
    );
  }
});

Deno.test("findPython() says how to install Python when there is none", async () => {
  await assert.rejects(
    findPython({ candidates: ["no-such-python"] }),
    refusal(/Python 3 is missing/, /apt install python3 python3-venv/, /brew/),
  );
});
