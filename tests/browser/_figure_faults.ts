/** What the browser says of a figure, in pixels of the page. */
export interface FigureMeasures {
  readonly width: number;
  readonly height: number;
  /** The width that the page has for it. */
  readonly room: number;
  readonly texts: readonly TextMeasures[];
}

/** What the browser says of one line of text in a figure. */
export interface TextMeasures {
  readonly text: string;
  /** Its box, from the figure's top left corner. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** As it is seen, after all scaling. */
  readonly fontSize: number;
  readonly bold: boolean;
  /** Its colour, `#rrggbb`, as it is seen. */
  readonly color: string;
  /** What of the ground under and beside its letters has too little contrast. */
  readonly tooLike: GroundShare;
  /** What of the drawing there, a halo taken away, is unlike the most of it. */
  readonly crossed: GroundShare;
}

/** A part of the ground at a text's letters. */
export interface GroundShare {
  /** 0 to 1. */
  readonly share: number;
  /** The most frequent colour of it; none of nothing. */
  readonly color?: string;
}

/** What a figure may do at most, and must do at least. */
export const limits = {
  /**
   * The lowest letters, in pixels, as in the house's style: two centimetres
   * where 1280 pixels are two metres on a wall.
   */
  fontSize: 13,
  /** How far the boxes of two texts, which are higher than their letters, may reach into one another, in pixels. */
  overlap: 2,
  /** How far a text's box may stand out of the figure: what rounding brings, in pixels. */
  outside: 0.5,
  /** The share of the ground at a text's letters that may lack contrast. */
  tooLike: 0.02,
  /**
   * The share of the ground at a text's letters, under a halo too, that may be
   * something drawn: the edge of a dot, and no hairline through them.
   */
  crossed: 0.04,
} as const;

/** WCAG 2.2's contrast for text, 1.4.3: large is 24 px, or 18.66 px and bold. */
export function neededContrast(
  { fontSize, bold }: Pick<TextMeasures, "fontSize" | "bold">,
): number {
  return fontSize >= (bold ? 18.66 : 24) ? 3 : 4.5;
}

/** What cannot be read in a figure, in sentences. */
export function figureFaults(
  { width, height, room, texts }: FigureMeasures,
  screen: { readonly height: number },
): string[] {
  const faults: string[] = [];
  if (width > room + limits.outside) faults.push(`is wider than the page`);
  if (height > screen.height) faults.push(`is higher than the screen`);
  if (texts.length === 0) faults.push("has no text");
  for (const one of texts) {
    const name = `"${one.text}"`;
    const out = Math.max(
      -one.left,
      -one.top,
      one.right - width,
      one.bottom - height,
    );
    if (out > limits.outside) {
      faults.push(`${name} stands out by ${out.toFixed(1)} px`);
    }
    if (one.fontSize < limits.fontSize - 0.01) {
      faults.push(`${name} is ${one.fontSize.toFixed(1)} px high`);
    }
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    if (one.tooLike.share > limits.tooLike) {
      faults.push(
        `${name}, ${one.color}, stands to ${
          percent(one.tooLike.share)
        } on ${one.tooLike.color} or the like`,
      );
    } else if (one.crossed.share > limits.crossed) {
      faults.push(
        `${name} stands to ${
          percent(one.crossed.share)
        } on something drawn, ${one.crossed.color} or the like`,
      );
    }
  }
  for (const [at, a] of texts.entries()) {
    for (const b of texts.slice(at + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (Math.min(across, down) > limits.overlap) {
        faults.push(`"${a.text}" and "${b.text}" overlap`);
      }
    }
  }
  return faults;
}
