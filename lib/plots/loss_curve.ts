import * as Plot from "@observablehq/plot";
import { labelRoom } from "./_direct_labels.ts";
import { drawPlot } from "./_draw_plot.ts";
import type { DirectLabel } from "./figure_parts.ts";
import { epochTicks } from "./_epoch_ticks.ts";
import { house } from "./house_style.ts";
import type { Losses } from "./losses.ts";
import { type LossSeries, lossSeries, nameOf } from "./_loss_series.ts";
import { describe, findings, stars } from "./_loss_words.ts";
import {
  requireKnown,
  requireOneOf,
  requireOption,
  rules,
} from "../autoencoder/_options.ts";
import { requireDrawable } from "./_options.ts";

/** How {@linkcode lossCurve} draws. */
export interface LossCurveOptions {
  /** The heading. By default the finding: from where to where the loss falls. */
  readonly title?: string;
  /** A second line under the heading. By default the lowest validation loss. */
  readonly subtitle?: string;
  /**
   * Where the axis of epochs ends; at least 1. By default the longest history;
   * a live chart gives the epochs to come, so that the axis stands still.
   */
  readonly epochs?: number;
  /**
   * The first epoch to be drawn, where those before it would stretch the axis
   * of the loss; at least 1. The words still tell of all epochs.
   * @default {1}
   */
  readonly from?: number;
  /**
   * Which losses are drawn: "validation" leaves out the training loss of each
   * history that has a validation loss, where many lines would hide each other.
   * @default {"both"}
   */
  readonly show?: "both" | "validation";
  /**
   * What a history belongs to, by its name: those of one group share a colour
   * and differ in their dashes. By default each is a group of its own.
   */
  readonly group?: (name: string) => string;
  /**
   * Losses to compare with, in stars: a dashed rule each, under its label.
   * @default {{}}
   */
  readonly references?: Readonly<Record<string, number>>;
  /**
   * In pixels.
   * @default {720}
   */
  readonly width?: number;
  /**
   * In pixels.
   * @default {400}
   */
  readonly height?: number;
}

const known = [
  ...["title", "subtitle", "epochs", "from", "show", "group", "references"],
  ...["width", "height"],
];

/**
 * Draws how the loss changes with training: a line a history, labelled at its
 * end. The axis of the loss begins near the lowest one, not at 0.
 *
 * @param history What `fit` returns (or the part of it so far), or several by name.
 * @param options See {@linkcode LossCurveOptions}.
 * @returns One `<svg>`, which displays itself as the last line of a cell.
 * @throws {RangeError} If a loss is not a finite number; the message names its
 * place. Or if there is too little room for the labels.
 *
 * @example One run
 * ```ts
 * import { lossCurve } from "stacked-autoencoders/plots";
 *
 * const svg = lossCurve({ trainLoss: [1.05, 0.97, 0.94] });
 * const title = svg.getAttribute("aria-label");
 * if (title !== "Training loss falls from 1.050 to 0.940 stars in 3 epochs") {
 *   throw new Error(`the title reads ${title}`);
 * }
 * ```
 *
 * @example Two learning rates, and the loss to beat
 * ```ts
 * import { lossCurve } from "stacked-autoencoders/plots";
 *
 * const svg = lossCurve(
 *   { "rate 0.01": { trainLoss: [1, 0.9] }, "rate 0.1": { trainLoss: [1.2, 1.1] } },
 *   { references: { "bias model": 0.937 } },
 * );
 * if (!svg.outerHTML.includes("bias model: 0.937")) throw new Error("no label");
 * ```
 */
export function lossCurve(
  history: Losses | Readonly<Record<string, Losses>>,
  options: LossCurveOptions = {},
): SVGSVGElement {
  requireKnown("option of lossCurve", options, known);
  const { show = "both", group } = options;
  requireOneOf("show", show, ["both", "validation"]);
  if (group !== undefined && typeof group !== "function") {
    throw new TypeError(
      `Cannot use group as it must be a function from names to names: current value is ${group}`,
    );
  }
  const series = lossSeries(history, { show, group });
  const longest = Math.max(1, ...series.map(({ losses }) => losses.length));
  const { references = {}, width = 720, height = 400, epochs = longest } =
    options;
  const { from = 1 } = options;
  requireOption("from", from, rules.count);
  if (!Number.isInteger(epochs) || epochs < longest) {
    throw new RangeError(
      `Cannot draw a loss curve as epochs must be a whole number of at least ${longest}, the longest history: current value is ${epochs}`,
    );
  }
  for (const [label, loss] of Object.entries(references)) {
    requireDrawable("a loss curve", `the reference ${label}`, loss);
  }
  const found = findings(series);
  const { title = found.title, subtitle = found.subtitle } = options;

  const drawn = series.filter(({ losses }) => losses.length >= from);
  const compared = Object.values(references);
  const x = { domain: [from, Math.max(from + 1, epochs)] as const };
  const seen = drawn.map(({ losses }) => losses.slice(from - 1));
  const y = { domain: lossDomain([...seen, compared]) };
  const ticks = drawn.length + compared.length === 0 ? [] : 6;
  const labels = endLabels(drawn, references, x.domain[1]);

  return drawPlot({
    title,
    subtitle,
    description: describe(series, references, { from, epochs }),
    width,
    height,
    margin: {
      left: 56,
      right: labelRoom(labels),
      top: 36,
      bottom: 48,
    },
    xLabel: "epoch",
    yLabel: `${
      drawn.length > 0 && drawn.every(({ only }) => only) ? "validation " : ""
    }loss: mean per-user RMSE (stars)`,
    plot: {
      x,
      y,
      marks: [
        Plot.gridY({ ticks, stroke: house.grid, strokeOpacity: 1 }),
        Plot.axisX({
          ticks: epochTicks(epochs, from),
          tickFormat: String,
          label: null,
        }),
        Plot.axisY({ ticks, tickSize: 0, label: null }),
        Plot.ruleY(compared, {
          stroke: house.quiet,
          strokeWidth: 1.5,
          strokeDasharray: "1.5 4",
        }),
        ...drawn.flatMap((line) => lineMarks(line, from)),
      ],
    },
    labels,
  });
}

function lineMarks(
  { losses, style }: LossSeries,
  from: number,
): Plot.Markish[] {
  const points = losses.map((loss, index) => ({ epoch: index + 1, loss }))
    .slice(from - 1);
  const place = { x: "epoch", y: "loss" };
  return [
    Plot.line(points, {
      ...place,
      stroke: style.color,
      strokeWidth: 2,
      strokeDasharray: style.dash,
    }),
    Plot.dot(points.slice(-1), {
      ...place,
      symbol: style.symbol,
      fill: style.color,
      r: 4.5,
    }),
  ];
}

/** A label for the end of each line and each reference. */
function endLabels(
  drawn: readonly LossSeries[],
  references: Readonly<Record<string, number>>,
  right: number,
): DirectLabel[] {
  const lines = drawn.map((line) => ({
    x: line.losses.length,
    y: line.losses.at(-1)!,
    text: `${nameOf(line)}: ${stars(line.losses.at(-1)!)}`,
    color: line.style.color,
  }));
  const rules = Object.entries(references).map(([label, loss]) => ({
    x: right,
    y: loss,
    text: `${label}: ${stars(loss)}`,
    color: house.quiet,
  }));
  return [...lines, ...rules];
}

type Domain = readonly [low: number, high: number];

/** From the lowest to the highest loss, with a margin. */
function lossDomain(losses: readonly (readonly number[])[]): Domain {
  let [low, high] = [Infinity, -Infinity];
  for (const loss of losses.flat()) {
    low = Math.min(low, loss);
    high = Math.max(high, loss);
  }
  if (low > high) return [0, 1]; // nothing to draw
  const margin = high > low ? 0.05 * (high - low) : 0.05;
  return [low - margin, high + margin];
}
