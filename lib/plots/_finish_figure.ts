import { figureImage } from "./_figure_image.ts";
import { house } from "./house_style.ts";
import { roundCoordinates, svgElement, svgNamespace } from "./_svg_element.ts";

/** What every figure says, and how large it is. */
export interface Finish {
  readonly title: string;
  readonly description: string;
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  /** Title and subtitle as they are drawn. */
  readonly heading: readonly SVGElement[];
}

/**
 * Makes a drawing one self-contained, opaque `<svg>` that displays itself:
 * nothing in it depends on the page around it (no style sheet, class, id or
 * inherited colour), so it looks the same inline, as an `<img>`, in dark mode
 * and in print, and the same data give the same text to the byte.
 */
export function finishFigure(
  svg: SVGSVGElement,
  { title, description, width, height, heading }: Finish,
): SVGSVGElement {
  svg.querySelector("style")?.remove();
  svg.removeAttribute("class");
  const attributes = {
    xmlns: svgNamespace,
    role: "img",
    "aria-label": title,
    "font-family": house.fontFamily,
    "font-size": String(house.fontSize),
    fill: house.ink,
    color: house.ink, // what `currentColor` means below
    style: "display:block;max-width:100%;height:auto",
  };
  for (const [name, value] of Object.entries(attributes)) {
    svg.setAttribute(name, value);
  }
  svg.prepend(
    svgElement("desc", {}, description),
    svgElement("rect", { width, height, fill: house.paper }),
    ...heading,
  );
  roundCoordinates(svg);
  Object.defineProperty(svg, Symbol.for("Jupyter.display"), {
    value: () => ({
      // First, since JupyterLab shows no SVG of a notebook that it does not
      // trust, and gives an SVG no alternative text.
      "text/html": figureImage(svg),
      "image/svg+xml": svg.outerHTML,
      "text/plain": `${title}\n${description}`,
    }),
  });
  return svg;
}
