import { house } from "./house_style.ts";
import { textWidth } from "./_text.ts";

/**
 * The room that the texts at the ticks of a drawn plot need outside its frame,
 * in pixels: Plot itself leaves 40, however long they are.
 */
export function tickRoom(
  plot: SVGSVGElement,
): { readonly left: number; readonly right: number; readonly bottom: number } {
  const longest = (axis: "x" | "y") => {
    const texts = plot.querySelectorAll(
      `[aria-label="${axis}-axis tick label"] text`,
    );
    const widths = [...texts].map((text) =>
      textWidth(text.textContent, house.fontSize)
    );
    return Math.max(0, ...widths);
  };
  const [x, y] = [longest("x"), longest("y")];
  // A text at the very end of the x axis reaches out by half its length.
  const beyond = Math.ceil(x / 2) + 4;
  return {
    left: Math.max(house.side + Math.ceil(y) + (y > 0 ? 10 : 0), beyond),
    right: Math.max(house.side + 4, beyond),
    bottom: x > 0 ? 20 : 4,
  };
}
