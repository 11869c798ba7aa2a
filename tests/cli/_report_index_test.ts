import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { externalReferences } from "../../lib/cli/_external_references.ts";
import { duration, reportIndex } from "../../lib/cli/_report_index.ts";

Deno.test("reportIndex() links the pages there are and tells of the others", async () => {
  const html = await reportIndex([
    { name: "01-a", title: "Stars & <films>", seconds: 65.4, data: "real" },
    { name: "02-b", title: "Broken", failed: true },
    { name: "03-c", title: "Later" },
  ]);
  const { document } = parseHTML(html);
  const rows = [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent)
  );
  assert.deepEqual(rows, [
    ["01-a Stars & <films>", "1 min 5 s", "real"],
    ["02-b Broken", "failed"],
    ["03-c Later", "not run yet"],
  ]);
  assert.deepEqual(
    [...document.querySelectorAll("a")].map((link) =>
      link.getAttribute("href")
    ),
    ["01-a.html"],
  );
});

Deno.test("reportIndex() stands alone and names its language and title", async () => {
  const html = await reportIndex([]);
  assert.deepEqual(externalReferences(html), []);
  assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/);
  assert.match(html, /<title>[^<]+<\/title>/);
});

Deno.test("duration() is in seconds, or in minutes and seconds", () => {
  assert.deepEqual([0.4, 59.4, 59.6, 185].map(duration), [
    "0 s",
    "59 s",
    "1 min 0 s",
    "3 min 5 s",
  ]);
});
