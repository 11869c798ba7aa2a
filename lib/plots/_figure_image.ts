/**
 * A figure as an HTML `<img>` that carries the picture in itself and its
 * description as alternative text.
 */
export function figureImage(svg: SVGSVGElement): string {
  const picture = new TextEncoder().encode(svg.outerHTML).toBase64();
  const alternative = `${svg.getAttribute("aria-label")}. ${
    svg.querySelector("desc")?.textContent
  }`;
  return `<img width="${svg.getAttribute("width")}" alt="${
    alternative.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
  }" src="data:image/svg+xml;base64,${picture}" style="max-width:100%">`;
}
