import * as Plot from "@observablehq/plot";
import { requireKnown } from "../autoencoder/_options.ts";
import { labelRoom } from "./_direct_labels.ts";
import { drawPlot } from "./_draw_plot.ts";
import type { DirectLabel, Sides } from "./figure_parts.ts";
import { document } from "./_svg_element.ts";
import { house, seriesColors } from "./house_style.ts";
import { tickRoom } from "./_tick_room.ts";
import { requireText } from "./_options.ts";
import { thinGrid } from "./_thin_grid.ts";

/** What {@linkcode figure} draws. */
export interface FigureOptions {
  /** The finding, drawn as the heading: "Half of all users rated 65 films or fewer". */
  readonly title: string;
  /** A second finding, drawn smaller under the title; none by default. */
  readonly subtitle?: string;
  /**
   * The picture in words, with its numbers, for those who cannot see it; it ends
   * with a full stop.
   */
  readonly description: string;
  /** What the horizontal axis measures, with its unit: "ratings a user". None by default. */
  readonly xLabel?: string;
  /** What the vertical axis measures, with its unit. None by default. */
  readonly yLabel?: string;
  /**
   * Plot's marks, from the lowest: `Plot.barY(rows, { x: "stars", y: "ratings" })`.
   * Axes, and a grid along the axis that measures, are drawn unless these
   * draw their own.
   */
  readonly marks: readonly Plot.Markish[];
  /**
   * Anything else of Plot's: scales (`{ x: { type: "log" } }`), facets.
   * @default {{}}
   */
  readonly plot?: Plot.PlotOptions;
  /**
   * Names beside the ends of lines, in place of a legend; moved apart where
   * they would overlap.
   * @default {[]}
   */
  readonly labels?: readonly DirectLabel[];
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
  /**
   * In pixels, with the heading.
   * @default {400}
   */
  readonly height?: number;
  /** In pixels, below the heading; each side by default what its labels need. */
  readonly margin?: Partial<Sides>;
}

const known = [
  ...["title", "subtitle", "description", "xLabel", "yLabel", "marks", "plot"],
  ...["labels", "width", "height", "margin"],
];

/**
 * Draws any of Observable Plot's marks in the house's frame: the finding as the
 * heading, units on the axes, and a description for those who cannot see it.
 *
 * The figure is one opaque `<svg>` on which nothing around it has an effect, so
 * that it looks the same in light and dark pages, as an `<img>` and in print.
 * Categories get the house's colours, which differ for the colour-blind too.
 *
 * @param options See {@linkcode FigureOptions}; `title`, `description` and
 * `marks` are needed.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If there is too little room for the labels.
 * @throws {TypeError} If title or description is missing, or an option unknown.
 *
 * @example Bars
 * ```ts
 * import * as Plot from "@observablehq/plot";
 * import { figure, house } from "stacked-autoencoders/plots";
 *
 * const rows = [{ stars: 3, ratings: 27 }, { stars: 4, ratings: 34 }];
 * const svg = figure({
 *   title: "Four stars are given most often",
 *   description: "Bar chart of ratings by stars: 27 of 3 stars, 34 of 4 stars.",
 *   xLabel: "stars",
 *   yLabel: "ratings (thousands)",
 *   marks: [Plot.barY(rows, { x: "stars", y: "ratings", fill: house.accent })],
 * });
 * if (svg.querySelectorAll("[aria-label=bar] rect").length !== 2) {
 *   throw new Error("lost a bar");
 * }
 * ```
 *
 * @example A line, named at its end
 * ```ts
 * import * as Plot from "@observablehq/plot";
 * import { figure, seriesStyle } from "stacked-autoencoders/plots";
 *
 * const { color } = seriesStyle(0);
 * const svg = figure({
 *   title: "x² grows ever faster",
 *   description: "Line chart of x² for x from 0 to 3: 0, 1, 4, 9.",
 *   xLabel: "x",
 *   marks: [Plot.line([[0, 0], [1, 1], [2, 4], [3, 9]], { stroke: color })],
 *   labels: [{ x: 3, y: 9, text: "x²", color }],
 * });
 * if (!svg.outerHTML.includes(">x²</text>")) throw new Error("no label");
 * ```
 */
export function figure(options: FigureOptions): SVGSVGElement {
  requireKnown("option of figure", options, known);
  const { title, subtitle, description, xLabel, yLabel, labels = [] } = options;
  const { width = 720, height = 400, marks, margin, plot = {} } = options;
  requireText("a figure", "title", title);
  requireText("a figure", "description", description);
  if (!Array.isArray(marks)) {
    throw new TypeError(
      `Cannot draw a figure as marks must be an array of Plot's marks: current value is ${marks}`,
    );
  }
  const styled: Plot.PlotOptions = {
    ...plot,
    x: { label: null, ...plot.x },
    y: { label: null, ...plot.y },
    marks: [...marks, ...plot.marks ?? []],
  };
  // Drawn once to measure: what the scales are, and how long their ticks' texts.
  const probe = Plot.plot({ ...styled, document, width, height });
  if (probe.tagName.toLowerCase() !== "svg") {
    throw new TypeError(
      "Cannot draw a figure as a legend of Plot's would stand outside it: current value of plot has legend: true; name what ends where by labels",
    );
  }
  const y = probe.scale("y");
  const measuresX = y !== undefined && y.bandwidth !== undefined;
  const color = probe.scale("color")?.type;
  const { ticks, tickSpacing } = (measuresX ? plot.x : plot.y) ?? {};
  const grid = { stroke: house.grid, strokeOpacity: 1, ticks, tickSpacing };
  const room = tickRoom(probe as unknown as SVGSVGElement);
  const svg = drawPlot({
    title,
    subtitle,
    description,
    xLabel,
    yLabel,
    labels,
    width,
    height,
    margin: {
      left: room.left,
      right: Math.max(room.right, labels.length > 0 ? labelRoom(labels) : 0),
      top: yLabel === undefined ? 12 : 36,
      bottom: (xLabel === undefined ? 8 : 30) + room.bottom,
      ...margin,
    },
    plot: {
      ...styled,
      color: color === "ordinal" || color === "categorical"
        ? { range: seriesColors, ...plot.color }
        : plot.color,
      marks: [
        measuresX
          ? probe.scale("x") && Plot.gridX(grid)
          : y && Plot.gridY(grid),
        ...styled.marks ?? [],
      ],
    },
  });
  thinGrid(svg, measuresX ? "x" : "y");
  return svg;
}
