import * as Plot from "@observablehq/plot";
import { figureImage } from "./_figure_image.ts";
import { heading } from "./_heading.ts";
import { house } from "./_house_style.ts";
import {
  document,
  roundCoordinates,
  svgElement,
  svgNamespace,
} from "./_svg_element.ts";
import { textWidth } from "./_text.ts";

/** Four sides, in pixels. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What every figure says. */
export interface FigureOptions {
  /** The finding, drawn as the figure's heading. */
  readonly title: string;
  /** A second finding, drawn smaller under the title. */
  readonly subtitle?: string;
  /** The picture in words, with numbers, for those who cannot see it. */
  readonly description: string;
  /** In pixels. */
  readonly width: number;
  /** In pixels, with the heading. */
  readonly height: number;
  /** Room around the marks' frame; `top` is what lies below the heading. */
  readonly margin: Sides;
  /** What the horizontal axis measures, with its unit; drawn under it. */
  readonly xLabel: string;
  /** What the vertical axis measures, with its unit; drawn above it. */
  readonly yLabel?: string;
  /** Scales and marks, in Plot's words. */
  readonly plot: Plot.PlotOptions;
  /** Elements drawn over the marks; the frame counts from the top left corner. */
  overlay?(frame: Sides): SVGElement[];
}

/**
 * Draws a figure as one self-contained, opaque `<svg>`: nothing in it depends
 * on the page around it (no style sheet, class, id or inherited colour), so it
 * looks the same inline, as an `<img>`, in dark mode and in print, and the same
 * data give the same text to the byte.
 */
export function figure(options: FigureOptions): SVGSVGElement {
  const { title, description, width, height, margin, plot, overlay } = options;
  const head = heading(options);
  const frame = {
    left: margin.left,
    right: width - margin.right,
    top: head.height + margin.top,
    bottom: height - margin.bottom,
  };
  requireRoom("width", width, margin.left + margin.right);
  requireRoom("height", height, frame.top + margin.bottom);
  const svg = Plot.plot({
    ...plot,
    document,
    width,
    height,
    marginTop: frame.top,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginBottom: margin.bottom,
  }) as unknown as SVGSVGElement;

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
    ...head.elements,
  );
  svg.append(...axisLabels(options, frame), ...overlay?.(frame) ?? []);
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

function axisLabels(
  { xLabel, yLabel, width, height }: FigureOptions,
  { left, right, top }: Sides,
): SVGElement[] {
  // Under the middle of the axis, as far as the label's length lets it.
  const away = house.side + textWidth(xLabel, house.fontSize) / 2;
  const middle = (left + right) / 2;
  const x = Math.max(away, Math.min(width - away, middle));
  const labels = [svgElement("text", { x, y: height - 14 }, xLabel)];
  if (yLabel !== undefined) {
    const place = { x: house.side, y: top - 14, "text-anchor": "start" };
    labels.push(svgElement("text", place, yLabel));
  }
  return labels;
}

function requireRoom(side: "width" | "height", size: number, taken: number) {
  const least = Math.ceil(taken) + 20;
  if (!(Number.isFinite(size) && size >= least)) {
    throw new RangeError(
      `Cannot draw a figure as its labels need a ${side} of at least ${least} pixels: current value is ${size}`,
    );
  }
}
