import assert from "node:assert/strict";
import fc from "fast-check";
import { textWidth, wrapText } from "../../lib/plots/_text.ts";

// Text, width, width in bold: of DejaVu Sans at 100 px, measured in Chromium 156
// with getComputedTextLength(). Of common system fonts it is the widest.
const measured: readonly [text: string, regular: number, bold: number][] = [
  ["Training loss falls from 1.054 to 0.921 stars in 40 epochs", 2836, 3207],
  ["loss: mean per-user RMSE (stars)", 1658, 1882],
  ["bias model (test): 0.937", 1201, 1355],
  ["always 4, 82.1 %, best", 1132, 1262],
  ["stacked autoencoder", 1051, 1183],
  ["validation: 0.944", 844, 953],
  ["WWWWmmmm", 785, 858],
  ["illicit", 233, 278],
];

Deno.test("textWidth() is at least a browser's, and at most a fifth more", () => {
  for (const [text, regular, bold] of measured) {
    for (const isBold of [false, true]) {
      const width = textWidth(text, 100, isBold);
      const real = isBold ? bold : regular;
      assert.ok(width >= real && width <= 1.2 * real, `${text}: ${width}`);
    }
  }
});

Deno.test("wrapText() keeps all words in order, and breaks none", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 20, max: 500 }),
      (text, width) => {
        const lines = wrapText(text, width, 13);
        const words = text.split(/\s+/).filter((word) => word !== "");
        assert.deepEqual(lines.join(" ").split(" ").filter(Boolean), words);
        for (const line of lines) {
          assert.ok(!line.includes(" ") || textWidth(line, 13) <= width);
        }
      },
    ),
  );
});
