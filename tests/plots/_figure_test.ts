import assert from "node:assert/strict";
import { lossCurve } from "stacked-autoencoders/plots";

Deno.test("figure() displays itself as an <img> with alternative text, as SVG and as text", () => {
  const svg = lossCurve({ trainLoss: [1, 0.9] }, {
    title: `R&D says "down"`,
  }) as SVGSVGElement & { [display: symbol]: () => Record<string, string> };
  const bundle = svg[Symbol.for("Jupyter.display")]();
  assert.deepEqual(Object.keys(bundle), [
    "text/html",
    "image/svg+xml",
    "text/plain",
  ]);
  const html = bundle["text/html"];
  const data = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(html)?.[1] ??
    "";
  const picture = new TextDecoder().decode(Uint8Array.fromBase64(data));
  assert.equal(picture, svg.outerHTML);
  assert.equal(bundle["image/svg+xml"], svg.outerHTML);
  assert.ok(
    html.includes(`alt="R&amp;D says &quot;down&quot;. Line chart of loss`),
  );
  assert.ok(
    bundle["text/plain"].startsWith(`R&D says "down"\nLine chart of loss`),
  );
});
