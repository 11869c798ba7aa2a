import assert from "node:assert/strict";
import {
  type Broadcast,
  consoleScreen,
  notebookScreen,
} from "../../lib/notebook/_screen.ts";

const view = (text: string) => ({ text, html: () => `<b>${text}</b>` });

function recorded() {
  const sent: [type: string, content: Parameters<Broadcast>[1]][] = [];
  const broadcast: Broadcast = (type, content) => {
    sent.push([type, content]);
    return Promise.resolve();
  };
  return { sent, broadcast };
}

Deno.test("notebookScreen() displays once, then updates that display", async () => {
  const { sent, broadcast } = recorded();
  const screen = notebookScreen(broadcast);
  for (const text of ["one", "two", "three"]) await screen.show(view(text));
  assert.deepEqual(sent.map(([type]) => type), [
    "display_data",
    "update_display_data",
    "update_display_data",
  ]);
  const ids = new Set(sent.map(([, { transient }]) => transient.display_id));
  assert.equal(ids.size, 1);
  assert.deepEqual(sent[2][1].data, {
    "text/html": "<b>three</b>",
    "text/plain": "three",
  });
});

Deno.test("notebookScreen() takes a fresh display for each run", async () => {
  const { sent, broadcast } = recorded();
  await notebookScreen(broadcast).show(view("one"));
  await notebookScreen(broadcast).show(view("two"));
  const [first, second] = sent.map(([, { transient }]) => transient.display_id);
  assert.notEqual(first, second);
});

Deno.test("consoleScreen() prints text only, seldom", async () => {
  const lines: string[] = [];
  const screen = consoleScreen((line) => lines.push(line));
  await screen.show({
    text: "one",
    html: () => assert.fail("drawn for nobody"),
  });
  assert.deepEqual(lines, ["one"]);
  assert.ok(screen.interval >= 5);
});
