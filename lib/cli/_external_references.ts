import { parseHTML } from "linkedom";

/** What a page loads by itself, by element and attribute. */
const LOADING: readonly (readonly [string, string])[] = [
  ["script", "src"],
  ["link", "href"],
  ["img", "src"],
  ["img", "srcset"],
  ["source", "src"],
  ["source", "srcset"],
  ["iframe", "src"],
  ["frame", "src"],
  ["embed", "src"],
  ["object", "data"],
  ["audio", "src"],
  ["video", "src"],
  ["video", "poster"],
  ["track", "src"],
  ["input", "src"],
  ["image", "href"],
  ["image", "xlink:href"],
  ["use", "href"],
  ["use", "xlink:href"],
  ["feImage", "href"],
];

/**
 * What a page would load from elsewhere when it is opened: scripts, styles,
 * fonts, images, frames. A link that a reader may follow is none of these.
 *
 * @param html The page.
 * @returns One entry a reference, such as `img src="https://…"`; none for a
 * page that stands alone.
 */
export function externalReferences(html: string): string[] {
  const { document } = parseHTML(html);
  const found: string[] = [];
  for (const [element, attribute] of LOADING) {
    for (const node of document.querySelectorAll(element)) {
      const value = node.getAttribute(attribute);
      if (value && !standsAlone(value)) {
        found.push(`${element} ${attribute}="${shortened(value)}"`);
      }
    }
  }
  for (const script of document.querySelectorAll("script")) {
    const text = script.textContent ?? "";
    if (/\bimport\b|\bfetch\b|https?:/.test(text)) {
      found.push(`script "${shortened(text.trim())}"`);
    }
  }
  const styles = [
    ...Array.from(document.querySelectorAll("style"), (it) => it.textContent),
    ...Array.from(
      document.querySelectorAll("[style]"),
      (it) => it.getAttribute("style"),
    ),
  ];
  for (const style of styles) found.push(...cssReferences(style ?? ""));
  return found;
}

function cssReferences(css: string): string[] {
  const loads = css.replace(/\/\*[^]*?\*\//g, "").matchAll(
    /@import\s+["']?([^"';)]+)|url\(\s*["']?([^"')]*)/g,
  );
  return [...loads]
    .filter(([, imported, url]) => imported || !standsAlone(url))
    .map(([load]) => `style ${shortened(load)}`);
}

function standsAlone(reference: string): boolean {
  return /^\s*(data:|#|$)/.test(reference);
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
