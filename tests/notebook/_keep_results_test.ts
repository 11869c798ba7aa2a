import assert from "node:assert/strict";
import { keepResults } from "../../lib/notebook/_keep_results.ts";

Deno.test("keepResults() makes the kernel wait after a result, and passes it on unchanged", async () => {
  const sent: unknown[] = [];
  let sentAt = 0;
  const parts = {
    jupyter: {
      broadcastResult(count: number, result: unknown) {
        sent.push([count, result]);
        sentAt = performance.now();
        return Promise.resolve();
      },
    },
  };
  keepResults(parts);
  await parts.jupyter.broadcastResult(3, "five stars");
  assert.deepEqual(sent, [[3, "five stars"]]);
  const waited = performance.now() - sentAt;
  assert.ok(waited >= 15, `waited ${waited} ms only`); // two timers of 8
});

Deno.test("keepResults() leaves a kernel alone that has no such part", () => {
  const parts = { jupyter: {} };
  keepResults(parts);
  keepResults({});
  assert.deepEqual(parts, { jupyter: {} });
});
