import assert from "node:assert/strict";
import { differencesText } from "../../lib/cli/_differences_text.ts";

Deno.test("differencesText() names notebook and cell, and shows both texts where they part", () => {
  assert.equal(
    differencesText("notebooks/05-training.ipynb", [
      { cell: 3, what: "output 1, text", committed: "a\nb\n", rerun: "a\nc\n" },
      { cell: 9, what: "0 outputs or 1", committed: "", rerun: "stdout: a" },
    ]),
    `notebooks/05-training.ipynb, cell 3, output 1, text:
  committed  a⏎b⏎
  now        a⏎c⏎
notebooks/05-training.ipynb, cell 9, 0 outputs or 1:
  committed  
  now        stdout: a`,
  );
});

Deno.test("differencesText() leaves colours and what is far from the difference out", () => {
  const text = (digit: number) =>
    `${"x".repeat(500)}\u001b[33m${digit}\u001b[39m${"y".repeat(500)}`;
  const [, committed, now] = differencesText("n", [
    { cell: 1, what: "output 1, text", committed: text(1), rerun: text(2) },
  ]).split("\n");
  assert.match(committed, /^ {2}committed {2}…x{30,40}1y+…$/);
  assert.match(now, /^ {2}now {8}…x{30,40}2y+…$/);
});
