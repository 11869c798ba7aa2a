import * as Plot from "@observablehq/plot";
import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import { labelRoom } from "./_direct_labels.ts";
import { drawPlot } from "./_draw_plot.ts";
import { house, seriesStyle } from "./house_style.ts";
import { requireDrawable } from "./_options.ts";
import { thinPath } from "./_thin_path.ts";
import { type PathPoint, visiblePath } from "./_visible_path.ts";
export type { PathPoint };

/** How {@linkcode contourPaths} draws. */
export interface ContourPathsOptions {
  /** From where to where the first parameter is drawn. */
  readonly x: PathPoint;
  /** From where to where the second parameter is drawn. */
  readonly y: PathPoint;
  /** The heading. By default which path ends lowest. */
  readonly title?: string;
  /**
   * A second line under the heading. By default how far apart the contour lines
   * are, and what the cross is.
   */
  readonly subtitle?: string;
  /** Where the loss is lowest, to be marked by a cross. Not marked by default. */
  readonly best?: PathPoint;
  /** The picture in words. By default the start, end and loss of each path. */
  readonly description?: string;
  /**
   * What the horizontal axis is.
   * @default {"x"}
   */
  readonly xLabel?: string;
  /**
   * What the vertical axis is.
   * @default {"y"}
   */
  readonly yLabel?: string;
  /**
   * The number of contour lines, at least 1, each the same factor above the last.
   * @default {10}
   */
  readonly contours?: number;
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
  /**
   * In pixels.
   * @default {440}
   */
  readonly height?: number;
}

const known = [
  ...["x", "y", "title", "subtitle", "description", "xLabel", "yLabel"],
  ...["contours", "width", "height", "best"],
];

/**
 * Draws the paths that optimizers take over a loss of two parameters: contour
 * lines of the loss, darker where it is higher, and over them a line for each
 * path, with a dot a step and its name and last loss at its end. A path that
 * leaves the picture is drawn to its edge.
 *
 * @param loss Of the two parameters; finite everywhere in the picture.
 * @param paths By name, each at least its start, which lies in the picture.
 * @param options See {@linkcode ContourPathsOptions}; `x` and `y` are needed.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If a path does not start in the picture, or the loss is
 * not finite.
 *
 * @example Gradient descent in a bowl
 * ```ts
 * import { contourPaths, type PathPoint } from "stacked-autoencoders/plots";
 *
 * const path: PathPoint[] = [[3, 1]];
 * for (let step = 0; step < 20; step++) {
 *   const [x, y] = path.at(-1)!;
 *   path.push([x - 0.1 * 2 * x, y - 0.1 * 2 * y]);
 * }
 * const svg = contourPaths((x, y) => x ** 2 + y ** 2, { "gradient descent": path }, {
 *   x: [-4, 4],
 *   y: [-2, 2],
 * });
 * if (!svg.outerHTML.includes("gradient descent:")) throw new Error("no label");
 * ```
 */
export function contourPaths(
  loss: (x: number, y: number) => number,
  paths: Readonly<Record<string, readonly PathPoint[]>>,
  options: ContourPathsOptions,
): SVGSVGElement {
  requireKnown("option of contourPaths", options, known);
  const { x, y, xLabel = "x", yLabel = "y", contours = 10 } = options;
  const { width = 720, height = 440, best } = options;
  requireDomain("x", x);
  requireDomain("y", y);
  requireOption("contours", contours, rules.count);
  if (best && visiblePath([best], [x, y]).points.length === 0) {
    throw new RangeError(
      `Cannot mark the best place as it must lie within x ${
        x.join(" to ")
      } and y ${y.join(" to ")}: current value is ${best.join(", ")}`,
    );
  }
  if (Object.keys(paths).length === 0) {
    throw new RangeError(
      "Cannot draw paths as there must be at least one: current value is 0 paths",
    );
  }
  const drawn = Object.entries(paths).map(([name, path], index) => {
    const { points, leavesAt } = visiblePath(path, [x, y]);
    if (points.length === 0) {
      throw new RangeError(
        `Cannot draw a path as ${name} must start within x ${
          x.join(" to ")
        } and y ${y.join(" to ")}: current value is ${path[0]?.join(", ")}`,
      );
    }
    const end = leavesAt === undefined ? loss(...points.at(-1)!) : undefined;
    const steps = path.length - 1;
    const outcome = end === undefined
      ? `leaves at step ${leavesAt}`
      : `${short(end)} after ${steps === 1 ? "1 step" : `${steps} steps`}`;
    return { name, points, end, outcome, style: seriesStyle(index) };
  });
  const { low, high } = range(loss, x, y);
  const { title = finding(drawn) } = options;
  const {
    description = `Contour plot of a loss from ${short(low)} to ${
      short(high)
    }, for ${xLabel} from ${x[0]} to ${x[1]} and ${yLabel} from ${y[0]} to ${
      y[1]
    }, darker where it is higher. ${
      drawn.map(({ name, points, outcome }) =>
        `${name}: from ${points[0].map(short).join(", ")} to ${
          points.at(-1)!.map(short).join(", ")
        }, ${outcome}.`
      ).join(" ")
    }`,
  } = options;

  // In logarithms, above the lowest if that is below zero: equal factors are
  // equal steps, and the valley's floor is drawn as well as its walls.
  const lift = Math.min(0, low);
  const least = Math.max(low - lift, (high - lift) * 1e-4);
  const height10 = (px: number, py: number) =>
    Math.log10(Math.max(loss(px, py) - lift, least / 10));
  const [from, to] = [Math.log10(least), Math.log10(high - lift)];
  const thresholds = Array.from(
    { length: contours },
    (_, at) => from + (to - from) * at / contours,
  );
  const factor = short(10 ** ((to - from) / contours));
  const {
    subtitle = `Each line: ${factor} times the loss of the one inside it${
      best ? " · ✕ lowest" : ""
    }`,
  } = options;
  // Beside the frame, where no label stands on a path or on the contours.
  const labels = drawn.map(({ name, points, outcome, style }) => ({
    ...{ x: points.at(-1)![0], y: points.at(-1)![1], color: style.color },
    text: `${name}: ${outcome}`,
    beyond: x[1],
  }));
  const svg = drawPlot({
    ...{ title, subtitle, description, width, height, xLabel, yLabel, labels },
    margin: {
      left: 64,
      right: labelRoom(labels),
      top: 36,
      bottom: 48,
    },
    plot: {
      x: { domain: x },
      y: { domain: y },
      color: {
        type: "linear",
        domain: [thresholds[0], to],
        range: ["#fbfbfd", "#c9c9d3"],
      },
      marks: [
        Plot.contour({
          ...{ x1: x[0], x2: x[1], y1: y[0], y2: y[1], pixelSize: 4 },
          fill: height10,
          stroke: house.muted,
          strokeWidth: 0.75,
          thresholds,
        }),
        Plot.axisX({ label: null, ticks: 8 }),
        Plot.axisY({ label: null, ticks: 6 }),
        ...drawn.flatMap(({ points, style: { color, dash, symbol } }) => [
          Plot.line(points, {
            stroke: color,
            strokeWidth: 2,
            strokeDasharray: dash,
          }),
          Plot.dot(points.slice(1, -1), { fill: color, r: 2 }),
          Plot.dot(points.slice(0, 1), {
            fill: house.paper,
            stroke: color,
            strokeWidth: 2,
            r: 5,
          }),
          Plot.dot(points.slice(-1), { symbol, fill: color, r: 5 }),
        ]),
        // Last, on a pale edge: the paths end here.
        ...[house.paper, house.ink].map((stroke, at) =>
          Plot.dot(best ? [best] : [], {
            ...{ symbol: "times", stroke, strokeWidth: at === 0 ? 5 : 2, r: 6 },
          })
        ),
      ],
    },
  });
  // A tenth of a pixel: the picture is the same, and a fraction of the bytes.
  for (const line of svg.querySelectorAll("[aria-label=contour] path")) {
    line.setAttribute("d", thinPath(line.getAttribute("d")!, 0.1));
  }
  return svg;
}

/** Three digits, without zeros that say nothing; 3.1e−5 for what is tiny. */
function short(value: number): string {
  if (value !== 0 && Math.abs(value) < 1e-3) {
    return value.toExponential(1).replaceAll("-", "−");
  }
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

function finding(
  drawn: readonly {
    readonly name: string;
    readonly end?: number;
    readonly outcome: string;
  }[],
): string {
  const ended = drawn.filter(({ end }) => end !== undefined);
  if (ended.length === 0) return `${drawn[0].name} ${drawn[0].outcome}`;
  const best = ended.reduce((a, b) => b.end! < a.end! ? b : a);
  return drawn.length === 1
    ? `${best.name} reaches a loss of ${best.outcome}`
    : `${best.name} gets lowest: ${best.outcome}`;
}

/** The lowest and the highest loss on a grid over the picture. */
function range(
  loss: (x: number, y: number) => number,
  x: PathPoint,
  y: PathPoint,
): { readonly low: number; readonly high: number } {
  const cells = 60;
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i <= cells; i++) {
    for (let j = 0; j <= cells; j++) {
      const [px, py] = [
        x[0] + (x[1] - x[0]) * i / cells,
        y[0] + (y[1] - y[0]) * j / cells,
      ];
      const value = loss(px, py);
      requireDrawable("contours", `the loss at ${px}, ${py}`, value);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low === high) {
    throw new RangeError(
      `Cannot draw contours as the loss must not be the same everywhere: current value is ${low}`,
    );
  }
  return { low, high };
}

function requireDomain(name: string, domain: PathPoint) {
  const [low, high] = domain ?? [];
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new RangeError(
      `Cannot draw contours as ${name} must be a lower and a higher number: current value is ${domain}`,
    );
  }
}
