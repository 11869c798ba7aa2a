/** Ink, paper, colours and type of every figure. */
export const house = {
  paper: "#ffffff",
  ink: "#1c1c22",
  /** Text and rules of second rank: contrast 7:1 on the paper. */
  quiet: "#55555e",
  grid: "#e3e3e8",
  /** What is pointed out, and what stands beside it. */
  accent: "#0b5cad",
  muted: "#a3a3ad",
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontSize: 13,
  titleSize: 16,
  /** From the figure's edge to its text, in pixels. */
  side: 16,
  /** From one line of text to the next, in font sizes. */
  lineHeight: 1.3,
} as const;

/** How one series differs from the others, with and without colour. */
export interface SeriesStyle {
  /** Readable as text on white: contrast of at least 4.5:1. */
  readonly color: string;
  /** An SVG dash pattern; none for a solid line. */
  readonly dash?: string;
  /** The symbol at the end of the line, by Plot's names. */
  readonly symbol: "circle" | "square" | "triangle" | "diamond" | "star";
}

/** The dash of a validation loss, wherever one is drawn. */
export const validationDash = "7 4";

// Okabe and Ito's colour-blind-safe hues, darkened until they can carry text.
/** The colours of series and categories, in order: each readable as text on white. */
export const seriesColors: readonly string[] = [
  ...["#0b5cad", "#b34700", "#00735a", "#9b3a7b", "#1c1c22"],
];
const dashes = [undefined, validationDash, "2 3", "9 3 2 3"];
const symbols = ["circle", "square", "triangle", "diamond", "star"] as const;

/**
 * The style of the series with this index, from 0; the first twenty all differ,
 * neighbours also without colour.
 *
 * @example A dashed line for the second of two series
 * ```ts
 * import { seriesStyle } from "stacked-autoencoders/plots";
 *
 * const { color, dash } = seriesStyle(1);
 * if (color === seriesStyle(0).color || dash !== "7 4") throw new Error(color);
 * ```
 */
export function seriesStyle(index: number): SeriesStyle {
  return {
    color: seriesColors[index % seriesColors.length],
    dash: dashes[index % dashes.length],
    symbol: symbols[index % symbols.length],
  };
}
