import {
  type SeriesStyle,
  seriesStyle,
  validationDash,
} from "./house_style.ts";
import { requireDrawable } from "./_options.ts";
import type { Losses } from "./losses.ts";

/** One line of a loss curve. */
export interface LossSeries {
  /** The record's name, empty where there is only one. */
  readonly of: string;
  readonly kind: "training" | "validation";
  /** Whether only validation is shown: then no label need say so. */
  readonly only: boolean;
  /** One loss an epoch, in stars. */
  readonly losses: readonly number[];
  readonly style: SeriesStyle;
}

/** Which lines {@linkcode lossSeries} makes, and in what colours. */
interface SeriesOptions {
  /** With "validation", no training loss of a history that has a validation loss. */
  readonly show?: "both" | "validation";
  /** Histories of one group have one colour, and differ in their dashes. */
  readonly group?: (name: string) => string;
}

/** The lines that a history, or a record of named histories, comes to. */
export function lossSeries(
  history: Losses | Readonly<Record<string, Losses>>,
  { show = "both", group = (name) => name }: SeriesOptions = {},
): LossSeries[] {
  const series: LossSeries[] = [];
  const histories: [string, Losses][] = isLosses(history)
    ? [["", history]]
    : Object.entries(history);
  // Alone, training and validation have a colour each. In a record the colour
  // stands for the name, and the dash for validation, where there is any.
  const alone = isLosses(history);
  const dashed = show === "both" &&
    histories.some(([, { validationLoss }]) =>
      validationLoss !== undefined && validationLoss.length > 0
    );
  const groups = Map.groupBy(histories.map(([of]) => of), group);
  const styles = new Map(
    [...groups.values()].flatMap((names, at) =>
      names.map((name, place) => {
        const { color } = seriesStyle(at);
        const { dash, symbol } = names.length > 1
          ? seriesStyle(place)
          : seriesStyle(at);
        return [name, { color, dash, symbol }] as const;
      })
    ),
  );
  for (const [of, losses] of histories) {
    if (!isLosses(losses)) {
      throw new TypeError(
        `Cannot draw a loss curve as a history needs an array trainLoss: current value of ${of} has none`,
      );
    }
    const { trainLoss, validationLoss = [] } = losses;
    requireLosses(of, "trainLoss", trainLoss);
    requireLosses(of, "validationLoss", validationLoss);
    const style = styles.get(of)!;
    const only = show === "validation" && validationLoss.length > 0;
    if (!only) {
      series.push({
        of,
        kind: "training",
        only,
        losses: trainLoss,
        style: dashed ? { ...style, dash: undefined } : style,
      });
    }
    if (validationLoss.length > 0) {
      series.push({
        of,
        kind: "validation",
        only,
        losses: validationLoss,
        style: alone
          ? seriesStyle(1)
          : only
          ? style
          : { ...style, dash: validationDash },
      });
    }
  }
  return series;
}

/** How a line is called in labels and sentences. */
export function nameOf(
  { of, kind, only }: Pick<LossSeries, "of" | "kind" | "only">,
): string {
  if (of === "") return kind;
  return kind === "training" || only ? of : `${of}, validation`;
}

/** The lowest of at least one loss, and the epoch (from 1) that ended with it. */
export function lowest(
  losses: readonly number[],
): { readonly epoch: number; readonly loss: number } {
  let epoch = 1;
  for (let index = 1; index < losses.length; index++) {
    if (losses[index] < losses[epoch - 1]) epoch = index + 1;
  }
  return { epoch, loss: losses[epoch - 1] };
}

function isLosses(
  history: Losses | Readonly<Record<string, Losses>>,
): history is Losses {
  return Array.isArray(history?.trainLoss);
}

function requireLosses(
  of: string,
  name: "trainLoss" | "validationLoss",
  losses: readonly number[],
) {
  for (const [index, loss] of losses.entries()) {
    const where = `${of === "" ? "" : `${of}.`}${name} at epoch ${index + 1}`;
    requireDrawable("a loss curve", where, loss);
  }
}
