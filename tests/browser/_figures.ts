import { fileURLToPath } from "node:url";
import { findNotebooks } from "../../lib/cli/_find_notebooks.ts";
import { codeCells, readNotebook } from "../../lib/cli/_notebook_file.ts";

/** A figure as a committed notebook holds it. */
export interface Figure {
  /** Such as `05-training`. */
  readonly notebook: string;
  /** The number of its code cell. */
  readonly cell: number;
  readonly title: string;
  readonly svg: string;
}

/** Every figure that the committed notebooks show, in their order. */
export async function committedFigures(
  folder = fileURLToPath(new URL("../../notebooks", import.meta.url)),
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name: notebook, file } of await findNotebooks(folder)) {
    for (
      const { number: cell, outputs } of codeCells(await readNotebook(file))
    ) {
      const svgs = (outputs ?? []).flatMap(({ data }) => pictures(data ?? {}));
      for (const svg of svgs) {
        figures.push({ notebook, cell, title: titleOf(svg), svg });
      }
    }
  }
  return figures;
}

/** A figure by itself, or those in HTML, such as the last view of a training. */
function pictures(data: Readonly<Record<string, unknown>>): string[] {
  const svg = data["image/svg+xml"];
  if (typeof svg === "string") return [svg];
  return [
    ...String(data["text/html"] ?? "").matchAll(
      /<img [^>]*src="data:image\/svg\+xml;base64,([^"]+)"/g,
    ),
  ].map(([, base64]) =>
    new TextDecoder().decode(Uint8Array.fromBase64(base64))
  );
}

function titleOf(svg: string): string {
  const title = svg.match(/ aria-label="([^"]*)"/)?.[1] ?? "(no title)";
  return title.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
