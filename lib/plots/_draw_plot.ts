import * as Plot from "@observablehq/plot";
import { directLabels } from "./_direct_labels.ts";
import { finishFigure } from "./_finish_figure.ts";
import { heading } from "./_heading.ts";
import type { DirectLabel, Sides } from "./figure_parts.ts";
import { house } from "./house_style.ts";
import { plainTicks } from "./_plain_ticks.ts";
import { document, svgElement } from "./_svg_element.ts";
import { requireRoom } from "./_require_room.ts";
import { textWidth } from "./_text.ts";

/** All that a figure of Plot's marks is drawn from. */
export interface DrawnPlot {
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
  readonly xLabel?: string;
  /** What the vertical axis measures, with its unit; drawn above it. */
  readonly yLabel?: string;
  /** Scales and marks, in Plot's words. */
  readonly plot: Plot.PlotOptions;
  /** Beside the ends of lines. */
  readonly labels?: readonly DirectLabel[];
  /** Elements drawn over the marks; the frame counts from the top left corner. */
  overlay?(frame: Sides): SVGElement[];
}

/** Draws Plot's marks in the house's frame; see `figure`, the public way here. */
export function drawPlot(options: DrawnPlot): SVGSVGElement {
  const { width, height, margin, plot, labels = [], overlay } = options;
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
  }) as unknown as SVGSVGElement & Pick<Plot.Plot, "scale">;

  plainTicks(svg);
  const colors = svg.scale("color");
  const placed = labels.map(({ x, y, beyond, text, color }) => ({
    text,
    color: color ?? colors?.apply(text) ?? house.ink,
    x: svg.scale("x")!.apply(x),
    y: svg.scale("y")!.apply(y),
    beyond: beyond === undefined ? undefined : svg.scale("x")!.apply(beyond),
  }));
  svg.append(
    ...axisLabels(options, frame),
    ...directLabels(placed, frame),
    ...overlay?.(frame) ?? [],
  );
  return finishFigure(svg, { ...options, heading: head.elements });
}

function axisLabels(
  { xLabel, yLabel, width, height }: DrawnPlot,
  { left, right, top }: Sides,
): SVGElement[] {
  const labels: SVGElement[] = [];
  if (xLabel !== undefined) {
    // Under the middle of the axis, as far as the label's length lets it.
    const away = house.side + textWidth(xLabel, house.fontSize) / 2;
    const middle = (left + right) / 2;
    const x = Math.max(away, Math.min(width - away, middle));
    labels.push(svgElement("text", { x, y: height - 14 }, xLabel));
  }
  if (yLabel !== undefined) {
    const place = { x: house.side, y: top - 14, "text-anchor": "start" };
    labels.push(svgElement("text", place, yLabel));
  }
  return labels;
}
