/**
 * Takes out the grid lines at ticks without a text: a logarithmic axis has eight
 * of them for each that says where it stands, and a line at each is a wall. An
 * axis without any text keeps its grid.
 */
export function thinGrid(svg: SVGSVGElement, axis: "x" | "y") {
  const at = (element: Element) => {
    const moved = /translate\(([^,]+),([^)]+)\)/.exec(
      element.getAttribute("transform") ?? "",
    );
    return Number(moved?.[axis === "x" ? 1 : 2]);
  };
  const texts = svg.querySelectorAll(
    `[aria-label="${axis}-axis tick label"] text`,
  );
  const named = [...texts].filter((text) => text.textContent.trim() !== "")
    .map(at);
  if (named.length === 0) return;
  for (const line of svg.querySelectorAll(`[aria-label="${axis}-grid"] line`)) {
    const place = Number(line.getAttribute(`${axis}1`));
    // Half a pixel apart, on some screens.
    if (!named.some((tick) => Math.abs(tick - place) < 1)) line.remove();
  }
}
