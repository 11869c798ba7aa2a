// What the page runs: shows the figures as a report does, and measures them.
import {
  type FigureMeasures,
  neededContrast,
  type TextMeasures,
} from "./_figure_faults.ts";
import { groundOfLetters } from "./_ground_of_letters.ts";

/** Pixels of the canvas to one of the page: stems of letters get whole ones. */
const scale = 2;

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
      ...groundOfLetters(pixels, {
        left: Math.floor(edges.left * scale),
        top: Math.floor(edges.top * scale),
        right: Math.ceil(edges.right * scale),
        bottom: Math.ceil(edges.bottom * scale),
      }, neededContrast({ fontSize, bold })),
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

const shown = document.createElement("pre");
shown.textContent = await measures().then(
  (found) => encodeURIComponent(JSON.stringify(found)),
  (error) => String(error.stack ?? error),
);
document.body.replaceChildren(shown);
