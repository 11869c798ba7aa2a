import assert from "node:assert/strict";
import { silentError } from "../../lib/cli/_silent_error.ts";

Deno.test("silentError() finds the syntax error that the kernel keeps to itself", async () => {
  assert.equal(
    await silentError("const fine = 1;\nconst wrong = ;"),
    `SyntaxError: Expression expected
  |
2 | const wrong = ;
  |               ~`,
  );
});

Deno.test("silentError() says so when the cell's syntax is in order", async () => {
  assert.match(await silentError('throw "words";'), /no Error/);
});
