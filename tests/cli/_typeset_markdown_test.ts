import assert from "node:assert/strict";
import { typesetMarkdown } from "../../lib/cli/_typeset_markdown.ts";

Deno.test("typesetMarkdown() turns inline and display formulas into MathML", () => {
  const inline = typesetMarkdown("where $x^2$ is");
  assert.match(inline, /^where <math[^]*<msup>[^]*<\/math> is$/);
  const display = typesetMarkdown("$$L = \\frac{a}{b}$$");
  assert.match(display, /^<math[^>]*display="block"[^]*<mfrac>/);
});

Deno.test("typesetMarkdown() leaves code, and sums of money, alone", () => {
  for (
    const text of [
      "a span `$x$` of code",
      "```ts\nconst a = `${b} and ${c}`;\n```",
      "~~~\n$x$\n~~~",
    ]
  ) assert.equal(typesetMarkdown(text), text);
  assert.equal(
    typesetMarkdown("from $5 to $10, \\$7"),
    "from &#36;5 to &#36;10, &#36;7",
  );
});

Deno.test("typesetMarkdown() keeps Markdown's own marks out of formulas", () => {
  const typeset = typesetMarkdown("$a_{u} * b_{i} * [c] | d$");
  const words = typeset.replace(/<[^>]*>/g, "");
  assert.doesNotMatch(words, /[*_[\]|]/);
  assert.doesNotMatch(typeset, /\n/);
});

Deno.test("typesetMarkdown() finds no formula across a blank line", () => {
  assert.equal(typesetMarkdown("a $x\n\ny$ b"), "a &#36;x\n\ny&#36; b");
});

Deno.test("typesetMarkdown() quotes a formula that is no TeX", () => {
  assert.throws(() => typesetMarkdown("$\\frac{a}$"), {
    name: "SyntaxError",
    message:
      /^Cannot typeset a formula as it must be TeX: current value is "\\\\frac\{a\}"/,
  });
});
