import { house } from "./house_style.ts";
import { textWidth } from "./_text.ts";

/**
 * The room that the texts at the ticks of a drawn plot need outside its frame,
 * in pixels: Plot itself leaves 40 to the sides and 30 below, however long they
 * are. Texts of two lines, such as a month over its year, need more below.
 */
export function tickRoom(
  plot: SVGSVGElement,
): { readonly left: number; readonly right: number; readonly bottom: number } {
  const ofAxis = (axis: "x" | "y") => {
    const texts = [
      ...plot.querySelectorAll(`[aria-label="${axis}-axis tick label"] text`),
    ].map(linesOf);
    const widths = texts.flat().map((line) => textWidth(line, house.fontSize));
    return {
      longest: Math.max(0, ...widths),
      mostLines: Math.max(0, ...texts.map((lines) => lines.length)),
    };
  };
  const [x, y] = [ofAxis("x"), ofAxis("y").longest];
  // A text at the very end of the x axis reaches out by half its length.
  const beyond = Math.ceil(x.longest / 2) + 4;
  return {
    left: Math.max(house.side + Math.ceil(y) + (y > 0 ? 10 : 0), beyond),
    right: Math.max(house.side + 4, beyond),
    // Plot sets lines one font size apart.
    bottom: x.longest > 0 ? 20 + (x.mostLines - 1) * house.fontSize : 4,
  };
}

/** Plot writes each further line as a `<tspan>`, a single one as plain text. */
function linesOf(text: Element): string[] {
  const lines = [...text.querySelectorAll("tspan")];
  return (lines.length > 0 ? lines : [text]).map((line) => line.textContent);
}
