import type { GroundShare, TextMeasures } from "./_figure_faults.ts";

/** A figure painted in four ways, each as large as the others. */
export interface Paintings {
  /** As it is. */
  readonly seen: ImageData;
  /** Without its letters; their halos stay. */
  readonly ground: ImageData;
  /** Without its texts. */
  readonly bare: ImageData;
  /** Its letters alone, on nothing. */
  readonly letters: ImageData;
}

/** The box of a line of text, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far beside a letter its ground counts, in pixels of the paintings. */
const beside = 2;

/** From this opacity on a pixel is the letter's and not its edge's. */
const solid = 250;

/** From this contrast on, two grounds are seen as two: a grid line is not. */
const visibleContrast = 1.5;

/**
 * A line's colour, how much of the ground at its letters is too like it, and how
 * much of what is drawn there, under a halo too, is unlike the most of it.
 *
 * @param paintings See {@linkcode Paintings}.
 * @param box Where the line is.
 * @param needed The contrast that it needs, 1 to 21.
 */
export function groundOfLetters(
  { seen, ground, bare, letters }: Paintings,
  box: Box,
  needed: number,
): Pick<TextMeasures, "color" | "tooLike" | "crossed"> {
  const { width, height } = letters;
  const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
  const right = Math.min(width, box.right);
  const bottom = Math.min(height, box.bottom);
  const ink = new Set<number>();
  const near = new Set<number>();
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (letters.data[4 * (y * width + x) + 3] < solid) continue;
      ink.add(y * width + x);
      for (let v = y - beside; v <= y + beside; v++) {
        for (let u = x - beside; u <= x + beside; u++) {
          if (u >= 0 && u < width && v >= 0 && v < height) {
            near.add(v * width + u);
          }
        }
      }
    }
  }
  const [[color] = [0]] = colorsAt(ink, seen);
  const drawn = colorsAt(near, bare);
  const [[most] = [0]] = drawn;
  return {
    color: hex(color),
    tooLike: shareOf(
      colorsAt(near, ground).filter(([at]) => contrast(at, color) < needed),
      near.size,
    ),
    crossed: shareOf(
      drawn.filter(([at]) => contrast(at, most) > visibleContrast),
      near.size,
    ),
  };
}

type Count = readonly [color: number, count: number];

/** The colours at these places, the most frequent first. */
function colorsAt(places: ReadonlySet<number>, { data }: ImageData): Count[] {
  const counts = new Map<number, number>();
  for (const place of places) {
    const at = 4 * place;
    const color = data[at] << 16 | data[at + 1] << 8 | data[at + 2];
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** What these colours are of all; letters that are nowhere stand on nothing. */
function shareOf(colors: readonly Count[], all: number): GroundShare {
  if (all === 0) return { share: 1, color: "nothing" };
  const count = colors.reduce((sum, [, count]) => sum + count, 0);
  return {
    share: count / all,
    color: colors.length > 0 ? hex(colors[0][0]) : undefined,
  };
}

function hex(color: number): string {
  return `#${color.toString(16).padStart(6, "0")}`;
}

/** WCAG 2.2's contrast ratio, 1 to 21. */
function contrast(a: number, b: number): number {
  const [low, high] = [luminance(a), luminance(b)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2's relative luminance, 0 to 1. */
function luminance(color: number): number {
  const [red, green, blue] = [color >> 16, color >> 8 & 255, color & 255]
    .map((part) => part / 255)
    .map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
