// Widths of the widest common system font (DejaVu Sans), in ems. There is no
// font to measure with outside a browser, and a label that fits in the widest
// font fits in all of them.
const classes: readonly [letters: string, ems: number][] = [
  ["ijl'|", 0.29],
  [' .,:;fIrt()[]-/!"·', 0.39],
  ["mwMW%@", 0.99],
  ["ABCDEFGHJKLNOPQRSTUVXYZ&", 0.74],
];

/** The width that a text needs, in pixels; an upper estimate. */
export function textWidth(text: string, fontSize: number, bold = false) {
  let ems = 0;
  for (const letter of text) {
    ems += classes.find(([letters]) => letters.includes(letter))?.[1] ?? 0.64;
  }
  return ems * fontSize * (bold ? 1.13 : 1);
}

/**
 * Breaks a text between words into lines of at most `width` pixels. A single
 * word that is longer keeps a line of its own.
 */
export function wrapText(
  text: string,
  width: number,
  fontSize: number,
  bold = false,
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((word) => word !== "")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, fontSize, bold) <= width) {
      lines[lines.length - 1] = longer;
    } else lines.push(word);
  }
  return lines;
}
