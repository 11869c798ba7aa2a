import * as Plot from "@observablehq/plot";
import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import { requireDrawable, requireText } from "./_options.ts";
import { textWidth } from "./_text.ts";
import { figure } from "./figure.ts";
import { house } from "./house_style.ts";

/** One bar of {@linkcode barChart}. */
export interface Bar {
  /** What is counted or measured, each name once: a genre, a number of stars. */
  readonly name: string | number;
  /** How long the bar is, at least 0. */
  readonly value: number;
}

/** How {@linkcode barChart} draws. */
export interface BarChartOptions {
  /** The finding, drawn as the heading. */
  readonly title: string;
  /** A second line under the heading. None by default. */
  readonly subtitle?: string;
  /** What the bars measure, with its unit: "ratings". */
  readonly label: string;
  /** What the bars' names are: "stars", "genre". */
  readonly names: string;
  /**
   * Whether the bars lie, with their names to the left.
   * @default {true with more than eight bars}
   */
  readonly horizontal?: boolean;
  /** How a value is written; as a plain number by default. */
  readonly format?: (value: number) => string;
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
  /** In pixels; by default what the bars need. */
  readonly height?: number;
}

const known = [
  ...["title", "subtitle", "label", "names", "horizontal", "format"],
  ...["width", "height"],
];

/**
 * Draws one bar for each name, in the order given, with its value beside it. The
 * description for those who cannot see it lists all of them.
 *
 * @param bars The bars, at least one.
 * @param options See {@linkcode BarChartOptions}; `title`, `label` and `names`
 * are needed.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If there is no bar, or a value is below 0 or no number.
 *
 * @example Ratings by star
 * ```ts
 * import { barChart } from "stacked-autoencoders/plots";
 *
 * const svg = barChart([{ name: 3, value: 27 }, { name: 4, value: 34 }], {
 *   title: "Four stars are given most often",
 *   label: "ratings (thousands)",
 *   names: "stars",
 * });
 * const words = svg.querySelector("desc")?.textContent;
 * if (!words?.endsWith("by stars. 3: 27, 4: 34.")) throw new Error(words);
 * ```
 */
export function barChart(
  bars: readonly Bar[],
  options: BarChartOptions,
): SVGSVGElement {
  requireKnown("option of barChart", options, known);
  const { title, subtitle, label, names } = options;
  const { horizontal = bars.length > 8, format = String } = options;
  const { width = 720, height = horizontal ? 90 + 22 * bars.length : 360 } =
    options;
  requireText("a bar chart", "label", label);
  requireText("a bar chart", "names", names);
  requireOption("the number of bars", bars.length, rules.count);
  const domain = bars.map(({ name }) => String(name));
  bars.forEach(({ name, value }, at) => {
    requireDrawable("a bar chart", `the value of ${name}`, value);
    requireOption(`the value of ${name}`, value, rules.atLeast0);
    if (domain.indexOf(String(name)) < at) {
      throw new RangeError(
        `Cannot draw a bar chart as each name must come once: current value of two is ${name}`,
      );
    }
  });
  const texts = bars.map(({ value }) => format(value));
  const room = Math.max(
    ...texts.map((text) => textWidth(text, house.fontSize)),
  );
  const marks = horizontal
    ? [
      Plot.barX(bars, { x: "value", y: named, fill: house.accent }),
      Plot.text(bars, {
        x: "value",
        y: named,
        text: (_, at) => texts[at],
        textAnchor: "start",
        dx: 4,
      }),
    ]
    : [
      Plot.barY(bars, { x: named, y: "value", fill: house.accent }),
      Plot.text(bars, {
        x: named,
        y: "value",
        text: (_, at) => texts[at],
        dy: -9,
      }),
    ];
  return figure({
    title,
    subtitle,
    description: `Bar chart of ${label} by ${names}. ${
      domain.map((name, at) => `${name}: ${texts[at]}`).join(", ")
    }.`,
    xLabel: horizontal ? label : names,
    yLabel: horizontal ? undefined : label,
    plot: horizontal ? { y: { domain } } : { x: { domain } },
    marks,
    width,
    height,
    // The longest bar ends at the frame, its value beyond it.
    margin: horizontal ? { right: room + house.side } : { top: 48 },
  });
}

function named({ name }: Bar): string {
  return String(name);
}
