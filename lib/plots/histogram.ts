import * as Plot from "@observablehq/plot";
import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import { requireDrawable, requireText } from "./_options.ts";
import { figure } from "./figure.ts";
import { house } from "./house_style.ts";

/** How {@linkcode histogram} draws. */
export interface HistogramOptions {
  /** The finding, drawn as the heading. */
  readonly title: string;
  /** A second line under the heading. None by default. */
  readonly subtitle?: string;
  /** What the values measure, with their unit: "ratings of a user". */
  readonly label: string;
  /** What is counted: "users". */
  readonly count: string;
  /** How wide a bar is, in the unit of the values; above 0. Bars begin at multiples. */
  readonly step: number;
  /**
   * Values to point out by a dotted line, by name: `{ median: 65 }`.
   * @default {{}}
   */
  readonly references?: Readonly<Record<string, number>>;
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
  /**
   * In pixels, with the heading.
   * @default {360}
   */
  readonly height?: number;
}

const known = [
  ...["title", "subtitle", "label", "count", "step", "references"],
  ...["width", "height"],
];

/**
 * Draws how many values lie in each step of a scale. The description for those
 * who cannot see it says where most lie and how far they reach.
 *
 * @param values The values, at least one.
 * @param options See {@linkcode HistogramOptions}; `title`, `label`, `count` and
 * `step` are needed.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If there is no value, or one is no finite number.
 *
 * @example How many ratings users have
 * ```ts
 * import { histogram } from "stacked-autoencoders/plots";
 *
 * const svg = histogram([20, 24, 65, 31, 110], {
 *   title: "Most users have few ratings",
 *   label: "ratings of a user",
 *   count: "users",
 *   step: 20,
 *   references: { median: 31 },
 * });
 * if (svg.querySelectorAll("[aria-label=rect] rect").length !== 3) {
 *   throw new Error("20–39, 60–79 and 100–119");
 * }
 * ```
 */
export function histogram(
  values: ArrayLike<number>,
  options: HistogramOptions,
): SVGSVGElement {
  requireKnown("option of histogram", options, known);
  const { title, subtitle, label, count, step, references = {} } = options;
  const { width = 720, height = 360 } = options;
  requireText("a histogram", "label", label);
  requireText("a histogram", "count", count);
  requireOption("step", step, rules.above0);
  requireOption("the number of values", values.length, rules.count);
  const bins = countBins(values, step);
  const drawn = Object.entries(references).map(([name, value]) => {
    requireDrawable("a histogram", `the reference ${name}`, value);
    return { value, text: `${name}: ${rounded(value)}` };
  });
  const middle = (bins[0].from + bins.at(-1)!.to) / 2;
  const tallest = bins.reduce((a, b) => b.count > a.count ? b : a);
  return figure({
    title,
    subtitle,
    description: [
      `Histogram of ${label}, in steps of ${step}: ${values.length} ${count}`,
      `from ${rounded(bins[0].from)} to below ${rounded(bins.at(-1)!.to)},`,
      `most of them, ${tallest.count}, from ${rounded(tallest.from)} to below`,
      `${rounded(tallest.to)}${drawn.map(({ text }) => `; ${text}`).join("")}.`,
    ].join(" "),
    xLabel: label,
    yLabel: count,
    width,
    height,
    // Above the tallest bar there is room for the references' names.
    plot: {
      y: { domain: [0, tallest.count * (1 + 0.1 * drawn.length)] },
    },
    marks: [
      Plot.rectY(bins, {
        x1: "from",
        x2: "to",
        y: "count",
        fill: house.accent,
        inset: 0.5,
      }),
      // A pale edge, so that the line shows on the bars too
      Plot.ruleX(drawn, { x: "value", stroke: house.paper, strokeWidth: 4 }),
      Plot.ruleX(drawn, {
        x: "value",
        strokeWidth: 2,
        strokeDasharray: "2 3",
      }),
      ...drawn.map((reference, at) => {
        const before = reference.value > middle;
        return Plot.text([reference], {
          x: "value",
          text: "text",
          frameAnchor: "top",
          textAnchor: before ? "end" : "start",
          dx: before ? -6 : 6,
          dy: 16 * at, // names of lines that are near do not meet
          stroke: house.paper,
          strokeWidth: 5,
          fill: house.ink,
        });
      }),
    ],
  });
}

/** The steps that hold a value, ascending. */
function countBins(values: ArrayLike<number>, step: number) {
  const counts = new Map<number, number>();
  for (let at = 0; at < values.length; at++) {
    requireDrawable("a histogram", `value ${at}`, values[at]);
    // 0.3 / 0.1 is a little less than 3
    const bin = Math.floor(values[at] / step + 1e-9);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([bin, count]) => ({
    from: bin * step,
    to: (bin + 1) * step,
    count,
  }));
}

/** Three decimals at most. */
function rounded(value: number): string {
  return String(Number(value.toFixed(3)));
}
