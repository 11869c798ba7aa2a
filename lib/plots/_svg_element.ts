import { parseHTML } from "linkedom";

/** Plot and we make elements with a `document`, which Deno has not. */
export const { document } = parseHTML(
  "<!doctype html><html><body></body></html>",
);

export const svgNamespace = "http://www.w3.org/2000/svg";

/** A new SVG element with these attributes and this text. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text = "",
): SVGElement {
  const element = document.createElementNS(svgNamespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  element.textContent = text;
  return element;
}

const coordinates = new Set([
  ...["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r"],
  ...["width", "height"],
]);
const long = /-?\d+\.\d{3,}(e-?\d+)?/g;

/** Hundredths of a pixel: no eye sees more, and notebooks stay small. */
export function roundCoordinates(svg: SVGSVGElement) {
  for (const part of svg.querySelectorAll("*")) {
    for (const attribute of part.attributes) {
      if (!coordinates.has(attribute.name)) continue;
      if (!attribute.value.includes(".")) continue;
      attribute.value = attribute.value.replace(
        long,
        (number) => String(Number(Number(number).toFixed(2))),
      );
    }
  }
}
