import assert from "node:assert/strict";
import { textWidth } from "../../lib/plots/_text.ts";

/**
 * Holds a figure to what every figure promises, and compares it with the golden
 * one in tests/plots/output. UPDATE_PLOTS=1 writes the golden one instead: look
 * at it before you commit it.
 *
 * @param name Of the golden file, without .svg.
 * @param draw Draws it. A warning on the console fails: Plot warns of charts
 * that do not show what they should.
 */
export async function checkFigure(name: string, draw: () => SVGSVGElement) {
  const svg = withoutWarnings(draw);
  const text = svg.outerHTML;
  assert.equal(withoutWarnings(draw).outerHTML, text, "draws the same twice");
  checkAlternatives(svg);
  checkSelfContained(text);
  checkLabelsInside(svg);
  checkLabelsApart(svg);
  const file = new URL(`output/${name}.svg`, import.meta.url);
  // One tag a line, for differences that can be read.
  const lines = `<!-- deno-fmt-ignore-file -->\n${
    text.replaceAll("><", ">\n<")
  }\n`;
  if (Deno.env.get("UPDATE_PLOTS") === "1") {
    await Deno.writeTextFile(file, lines);
  }
  assert.equal(lines, await Deno.readTextFile(file));
}

/** The lines of text in a figure, top to bottom as they stand in it. */
export function textsOf(svg: SVGSVGElement): string[] {
  return [...svg.querySelectorAll("text")].map((text) => text.textContent);
}

function withoutWarnings(draw: () => SVGSVGElement): SVGSVGElement {
  const warn = console.warn;
  const warnings: unknown[] = [];
  console.warn = (...words) => warnings.push(...words);
  try {
    const svg = draw();
    assert.deepEqual(warnings, []);
    return svg;
  } finally {
    console.warn = warn;
  }
}

/** For those who cannot see it: what it is, and what it shows, with numbers. */
function checkAlternatives(svg: SVGSVGElement) {
  assert.equal(svg.getAttribute("role"), "img");
  assert.notEqual(svg.getAttribute("aria-label") ?? "", "");
  const description = svg.querySelector("desc")?.textContent ?? "";
  assert.match(description, /\w+ .*\./);
}

/** Nothing that another figure, the page or the network could change. */
function checkSelfContained(text: string) {
  assert.match(text, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.doesNotMatch(text, /<style|<script|<image|<foreignObject/);
  assert.doesNotMatch(text, / (id|class|href|xlink:href)=/);
  assert.doesNotMatch(
    text,
    /url\(|var\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
  );
  assert.match(text, /<rect fill="#ffffff" height="\d+" width="\d+" \/>/);
  const attributes = text.replaceAll(/ aria-label="[^"]*"/g, "");
  assert.doesNotMatch(attributes, /="[^"]*\d\.\d{3,}/, "is not rounded");
  assert.doesNotMatch(text, /NaN|undefined|null/);
}

function checkLabelsInside(svg: SVGSVGElement) {
  const [width, height] = ["width", "height"].map((name) =>
    Number(svg.getAttribute(name))
  );
  for (const { text, size, left, right, middle } of linesOf(svg)) {
    assert.ok(size >= 13, `${text} is ${size} px high`);
    assert.ok(
      left >= 0 && right <= width && middle >= size / 2 &&
        middle <= height - size / 2,
      `${text} lies outside, at ${left}, ${middle}`,
    );
  }
}

/** No label on another; widths are an upper estimate, of which 85 % count. */
function checkLabelsApart(svg: SVGSVGElement) {
  const lines = linesOf(svg).map(({ text, size, left, right, middle }) => {
    const spare = 0.075 * (right - left);
    return { text, size, left: left + spare, right: right - spare, middle };
  });
  for (const [index, a] of lines.entries()) {
    for (const b of lines.slice(index + 1)) {
      const apart = a.right <= b.left || b.right <= a.left ||
        Math.abs(a.middle - b.middle) >= 0.4 * (a.size + b.size);
      assert.ok(apart, `${a.text} and ${b.text} overlap`);
    }
  }
}

/** Each line of text with its extent, in pixels. */
function linesOf(svg: SVGSVGElement) {
  const texts = [...svg.querySelectorAll("text")].filter((element) =>
    element.textContent.trim() !== "" // a tick without a number
  );
  return texts.flatMap((element) => {
    const { x, y } = placeOf(element);
    // A text stands on its place, unless it is moved down by some ems.
    const moved = /^(-?[\d.]+)em$/.exec(
      element.getAttribute("dy") ?? element.getAttribute("y") ?? "",
    );
    const rise = Number(moved?.[1] ?? 0) - 0.35;
    const size = Number(inherited(element, "font-size"));
    const bold = inherited(element, "font-weight") === "600";
    const spans = [...element.querySelectorAll("tspan")];
    const lines = spans.length > 0 ? spans : [element];
    return lines.map((line, index) => {
      const text = line.textContent;
      const long = textWidth(text, size, bold);
      const anchor = inherited(element, "text-anchor");
      const left = x - { start: 0, middle: 0.5, end: 1 }[anchor]! * long;
      const middle = y + (spans.length > 0 ? 0 : rise * size) +
        (index - (lines.length - 1) / 2) * 1.2 * size;
      return { text, size, left, right: left + long, middle };
    });
  });
}

function placeOf(element: Element): { x: number; y: number } {
  let x = Number(element.getAttribute("x") ?? 0);
  let y = /em$/.test(element.getAttribute("y") ?? "")
    ? 0
    : Number(element.getAttribute("y") ?? 0);
  for (let at: Element | null = element; at; at = at.parentElement) {
    const moved = /^translate\(([^,]+),([^)]+)\)$/.exec(
      at.getAttribute("transform") ?? "",
    );
    if (moved) {
      x += Number(moved[1]);
      y += Number(moved[2]);
    }
  }
  return { x, y };
}

function inherited(element: Element, name: string): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
  }
  return "";
}
