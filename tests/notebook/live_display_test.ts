import assert from "node:assert/strict";
import { liveDisplay, table } from "stacked-autoencoders/notebook";
import { networkDiagram } from "stacked-autoencoders/plots";
import { liveLines, livePictures } from "../../lib/notebook/_live_places.ts";
import {
  type Broadcast,
  consoleScreen,
  notebookScreen,
} from "../../lib/notebook/_screen.ts";

function recorded() {
  const sent: [type: string, content: Parameters<Broadcast>[1]][] = [];
  const screen = notebookScreen((type, content) => {
    sent.push([type, content]);
    return Promise.resolve();
  });
  return { sent, screen };
}

Deno.test("livePictures() shows each figure in the place of the one before", async () => {
  const { sent, screen } = recorded();
  const live = livePictures(screen, { pause: 0 });
  for (const title of ["before", "after"]) {
    await live.show(networkDiagram([1, 1], { title }));
  }
  assert.deepEqual(sent.map(([type]) => type), [
    "display_data",
    "update_display_data",
  ]);
  const { data } = sent[1][1];
  assert.match(data["text/plain"], /^after\nNetwork diagram/);
  // Both: the report takes the picture's own text, JupyterLab the image.
  assert.match(data["image/svg+xml"], /^<svg[^]*after/);
  assert.match(data["text/html"], /^<img[^>]* alt="after\. Network diagram/);
});

Deno.test("livePictures() shows tables, which are no pictures", async () => {
  const { sent, screen } = recorded();
  await livePictures(screen, { pause: 0 }).show(table([{ step: 1 }]));
  const { data } = sent[0][1];
  assert.match(data["text/html"], /<table/);
  assert.equal("image/svg+xml" in data, false);
});

Deno.test("livePictures() waits after each picture", async () => {
  const live = livePictures(recorded().screen, { pause: 0.03 });
  const start = performance.now();
  await live.show(table([{ step: 1 }]));
  assert.ok(performance.now() - start >= 25, "no time to look at it");
});

Deno.test("liveLines() prints the heading of the first figure, and is silent for a while", async () => {
  const lines: string[] = [];
  const live = liveLines(consoleScreen((line) => lines.push(line)));
  for (const title of ["one", "two", "three"]) {
    await live.show(networkDiagram([1, 1], { title }));
  }
  assert.deepEqual(lines, ["one"]);
});

Deno.test("liveDisplay() refuses what does not display itself, and senseless pauses", async () => {
  await assert.rejects(
    // deno-lint-ignore no-explicit-any
    liveDisplay().show(3 as any),
    new TypeError(
      "Cannot show a thing live as it must display itself, as a figure or a table does: current value is number",
    ),
  );
  assert.throws(() => liveDisplay({ pause: -1 }), RangeError);
  assert.throws(
    () => liveDisplay({ pase: 1 } as Record<string, number>),
    TypeError,
  );
});
