import assert from "node:assert/strict";
import { house, seriesStyle } from "../../lib/plots/house_style.ts";

/** Contrast by WCAG 2.2's definition. */
function contrast(color: string, other: string): number {
  const [dark, light] = [luminance(color), luminance(other)].sort((a, b) =>
    a - b
  );
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

Deno.test("contrast() is 21 when black stands on white", () => {
  assert.ok(Math.abs(contrast("#000000", "#ffffff") - 21) < 1e-9);
});

Deno.test("seriesStyle() is readable as text on paper, whichever the series", () => {
  for (let index = 0; index < 20; index++) {
    const { color } = seriesStyle(index);
    assert.ok(contrast(color, house.paper) >= 4.5, color);
  }
  assert.ok(contrast(house.quiet, house.paper) >= 7);
});

Deno.test("seriesStyle() differs for the first twenty series, and for neighbours without colour", () => {
  const all = Array.from({ length: 20 }, (_, index) => seriesStyle(index));
  assert.equal(new Set(all.map((style) => JSON.stringify(style))).size, 20);
  for (let index = 1; index < 20; index++) {
    const [a, b] = [all[index - 1], all[index]];
    assert.ok(a.dash !== b.dash && a.symbol !== b.symbol, `series ${index}`);
  }
});
