import { house } from "./house_style.ts";
import { svgElement } from "./_svg_element.ts";
import { wrapText } from "./_text.ts";

/** What stands above the marks. */
export interface Heading {
  /** The finding. */
  readonly title: string;
  /** A second finding, smaller. */
  readonly subtitle?: string;
  /** Of the whole figure, in pixels: long lines are wrapped. */
  readonly width: number;
}

const above = 8;

/** The heading as text elements, and the height that they take in pixels. */
export function heading(
  { title, subtitle = "", width }: Heading,
): { readonly elements: SVGElement[]; readonly height: number } {
  const elements: SVGElement[] = [];
  let y = above;
  for (
    const { text, size, style } of [
      { text: title, size: house.titleSize, style: { "font-weight": 600 } },
      { text: subtitle, size: house.fontSize, style: { fill: house.quiet } },
    ]
  ) {
    const bold = text === title;
    for (const line of wrapText(text, width - 2 * house.side, size, bold)) {
      y += Math.round(size * house.lineHeight);
      elements.push(svgElement("text", {
        x: house.side,
        y,
        "text-anchor": "start",
        "font-size": size,
        ...style,
      }, line));
    }
  }
  return { elements, height: y + above };
}
