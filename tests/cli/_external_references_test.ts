import assert from "node:assert/strict";
import { externalReferences } from "../../lib/cli/_external_references.ts";

const page = (body: string) =>
  `<!DOCTYPE html><html><body>${body}</body></html>`;

Deno.test("externalReferences() finds none in a page that stands alone", () => {
  const alone = page(`<style>a { background: url("data:image/png;base64,x") }
/* url(https://example.org/not.png) */</style>
<img src="data:image/png;base64,x"><svg><use href="#mark"/></svg>
<a href="https://example.org">a link to follow</a>
<p style="fill: url(#stripes)">https://example.org in words</p>`);
  assert.deepEqual(externalReferences(alone), []);
});

Deno.test("externalReferences() finds whatever the page would load", () => {
  const loads = [
    '<script src="https://example.org/x.js"></script>',
    '<script src="x.js"></script>',
    '<script>import("https://example.org/x.js")</script>',
    '<link rel="stylesheet" href="//example.org/x.css">',
    '<img src="pictures/x.png">',
    '<img srcset="x.png 2x">',
    '<iframe src="https://example.org"></iframe>',
    '<svg><image href="https://example.org/x.png"/></svg>',
    '<svg><use xlink:href="x.svg#a"/></svg>',
    "<style>@import 'https://example.org/x.css';</style>",
    "<style>@font-face { src: url(x.woff2) }</style>",
    '<p style="background: url(https://example.org/x.png)"></p>',
  ];
  for (const load of loads) {
    assert.equal(externalReferences(page(load)).length, 1, load);
  }
});

Deno.test("externalReferences() quotes what it found, shortened", () => {
  const url = `https://example.org/${"x".repeat(100)}`;
  const [found] = externalReferences(page(`<img src="${url}">`));
  assert.equal(found, `img src="${url.slice(0, 80)}…"`);
});
