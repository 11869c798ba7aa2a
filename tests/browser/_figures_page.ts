// What the page runs: shows the figures as a report does, and measures them.
import {
  type FigureMeasures,
  type GroundShare,
  neededContrast,
  type TextMeasures,
} from "./_figure_faults.ts";

/** Pixels of the canvas to one of the page: stems of letters get whole ones. */
const scale = 2;

/** From this contrast on, two grounds are seen as two: a grid line is not. */
const visibleContrast = 1.5;

/** How far beside a letter its ground counts, in pixels of the canvas. */
const beside = 2;

const svgs: string[] = await (await fetch("figures.json")).json();
const places = [...document.querySelectorAll<HTMLElement>(".place")];

async function measures(): Promise<FigureMeasures[]> {
  const found: FigureMeasures[] = [];
  for (const [at, place] of places.entries()) {
    place.innerHTML = svgs[at];
    found.push(await measure(place.querySelector("svg")!, place));
    place.replaceChildren();
  }
  return found;
}

async function measure(
  svg: SVGSVGElement,
  place: HTMLElement,
): Promise<FigureMeasures> {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const pixels = {
    seen: await paint(svg, width, height),
    ground: await paint(svg, width, height, "text, tspan { fill: none }"),
    bare: await paint(svg, width, height, "text { visibility: hidden }"),
    letters: await paint(
      svg,
      width,
      height,
      "* { visibility: hidden; opacity: 1; fill-opacity: 1; stroke: none } " +
        "text, tspan { visibility: visible; fill: #000 }",
      "transparent",
    ),
  };
  const texts = linesOf(svg).map((line): TextMeasures => {
    const box = line.getBoundingClientRect();
    const matrix = line.getScreenCTM()!;
    const style = getComputedStyle(line);
    const fontSize = parseFloat(style.fontSize) *
      Math.hypot(matrix.a, matrix.b);
    const bold = Number(style.fontWeight) >= 600;
    const edges = {
      left: box.left - left,
      top: box.top - top,
      right: box.right - left,
      bottom: box.bottom - top,
    };
    return {
      text: line.textContent.trim(),
      ...edges,
      fontSize,
      bold,
      ...colorsOf(edges, pixels, neededContrast({ fontSize, bold })),
    };
  });
  return { width, height, room: place.clientWidth, texts };
}

/** Each line of text: a text, or the lines that it is broken into. */
function linesOf(svg: SVGSVGElement): SVGTextContentElement[] {
  return [...svg.querySelectorAll("text")].flatMap((text) => {
    const spans = [...text.querySelectorAll("tspan")];
    return spans.length > 0 ? spans : [text];
  }).filter((line) => line.textContent.trim() !== "");
}

/** The figure's pixels as an `<img>`, on the page's ground, with a style of ours. */
async function paint(
  svg: SVGSVGElement,
  width: number,
  height: number,
  css = "",
  ground = getComputedStyle(document.body).backgroundColor,
): Promise<ImageData> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const style = document.createElementNS(svg.namespaceURI, "style");
  style.textContent = css;
  copy.append(style);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(
    Math.ceil(width * scale),
    Math.ceil(height * scale),
  );
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, width * scale, height * scale);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A line's colour, how much of the ground at its letters is too like it, and how
 * much of what is under them, without a halo, is other than the rest.
 */
function colorsOf(
  edges: Edges,
  { seen, ground, bare, letters }: Record<
    "seen" | "ground" | "bare" | "letters",
    ImageData
  >,
  needed: number,
): Pick<TextMeasures, "color" | "tooLike" | "crossed"> {
  const { width, height } = seen;
  const [x0, y0] = [edges.left, edges.top].map((at) =>
    Math.max(0, Math.floor(at * scale))
  );
  const x1 = Math.min(width, Math.ceil(edges.right * scale));
  const y1 = Math.min(height, Math.ceil(edges.bottom * scale));
  const near = new Set<number>();
  const inks = new Map<number, number>();
  const add = (colors: Map<number, number>, image: ImageData, at: number) => {
    const [red, green, blue] = image.data.subarray(4 * at, 4 * at + 3);
    const color = red << 16 | green << 8 | blue;
    colors.set(color, (colors.get(color) ?? 0) + 1);
  };
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const at = y * width + x;
      if (letters.data[4 * at + 3] < 250) continue;
      add(inks, seen, at);
      for (let v = -beside; v <= beside; v++) {
        for (let u = -beside; u <= beside; u++) {
          const inside = x + u >= 0 && x + u < width && y + v >= 0 &&
            y + v < height;
          if (inside) near.add(at + v * width + u);
        }
      }
    }
  }
  const grounds = new Map<number, number>();
  for (const at of near) add(grounds, ground, at);
  const [ink] = [...inks].sort(([, a], [, b]) => b - a)[0] ?? [0];
  const tooLike = [...grounds]
    .filter(([color]) => contrast(ink, color) < needed)
    .sort(([, a], [, b]) => b - a);
  const bares = new Map<number, number>();
  for (const at of near) add(bares, bare, at);
  const [most] = [...bares].sort(([, a], [, b]) => b - a)[0] ?? [0];
  const other = [...bares]
    .filter(([color]) => contrast(color, most) > visibleContrast)
    .sort(([, a], [, b]) => b - a);
  return {
    color: hex(ink),
    tooLike: share(tooLike, near.size),
    crossed: share(other, near.size),
  };
}

function share(colors: readonly [number, number][], all: number): GroundShare {
  const count = colors.reduce((sum, [, count]) => sum + count, 0);
  const color = colors.length > 0 ? hex(colors[0][0]) : undefined;
  return { share: all > 0 ? count / all : 0, color };
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

const shown = document.createElement("pre");
shown.textContent = await measures().then(
  (found) => encodeURIComponent(JSON.stringify(found)),
  (error) => String(error.stack ?? error),
);
document.body.replaceChildren(shown);
