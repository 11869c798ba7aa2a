import assert from "node:assert/strict";
import { pageAfterScripts, photograph, type Screen } from "./_chromium.ts";
import type { FigureMeasures } from "./_figure_faults.ts";

const root = new URL("../../", import.meta.url);

/** JupyterLab's own values, light and dark, of what the page's style refers to. */
const themes = `
  :root {
    --jp-layout-color0: white;
    --jp-content-font-color1: rgba(0, 0, 0, 0.87);
    --jp-content-font-family: system-ui, sans-serif;
    --jp-cell-prompt-width: 64px;
    --jp-code-padding: 5px;
    --jp-border-width: 1px;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --jp-layout-color0: #111;
      --jp-content-font-color1: white;
    }
  }
  body { background: var(--jp-layout-color0) }`;

/** Shows figures in Chromium, on a page in the style of a report. */
export interface FiguresServer extends AsyncDisposable {
  /** What the browser says of these figures. */
  measure(svgs: readonly string[], screen: Screen): Promise<FigureMeasures[]>;
  /** Writes a PNG of all these figures, as high as it needs to be. */
  contactSheet(
    svgs: readonly string[],
    file: string,
    screen: Screen,
  ): Promise<void>;
}

/** Bundles the page's script and serves it. */
export async function figuresServer(): Promise<FiguresServer> {
  const folder = await Deno.makeTempDir();
  const script = `${folder}/page.js`;
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--platform", "browser"],
      ...["--output", script, "tests/browser/_figures_page.ts"],
    ],
    cwd: root,
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  const style = themes + await Deno.readTextFile(
    new URL("lib/cli/report_template/page.css", root),
  );
  // Each call's figures have a folder of their own: calls may overlap.
  const shown: (readonly string[])[] = [];
  const server = Deno.serve({ port: 0, onListen() {} }, async (request) => {
    const [, folder, file] = new URL(request.url).pathname.split("/");
    const svgs = shown[Number(folder)] ?? [];
    switch (file) {
      case "report.html":
        return html(reportPage(svgs.length, style));
      case "sheet.html":
        return html(sheetPage(svgs, style));
      case "page.js":
        return new Response(await Deno.readFile(script), {
          headers: { "content-type": "text/javascript" },
        });
      case "figures.json":
        return Response.json(svgs);
      default:
        return new Response(null, { status: 404 });
    }
  });
  const folderOf = (svgs: readonly string[]) =>
    `http://localhost:${server.addr.port}/${shown.push(svgs) - 1}`;
  return {
    async measure(svgs, screen) {
      const page = `${folderOf(svgs)}/report.html`;
      const text = await pageAfterScripts(page, screen);
      const [, found = text] = text.match(/<pre>(.*)<\/pre>/s) ?? [];
      assert.match(found, /^%5B/, `the page shows: ${found}`);
      const measures: FigureMeasures[] = JSON.parse(decodeURIComponent(found));
      assert.equal(measures.length, svgs.length);
      return measures;
    },
    async contactSheet(svgs, file, { width, scheme }) {
      const page = `${folderOf(svgs)}/sheet.html`;
      const height = sheetHeight(svgs, width);
      await photograph(page, file, { width, height, scheme });
    },
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

function html(body: string): Response {
  return new Response(body, { headers: { "content-type": "text/html" } });
}

/** A report's page, with an empty place for each figure. */
function reportPage(places: number, style: string): string {
  const place = `<div class="jp-OutputArea-child">
    <div class="jp-OutputArea-prompt"></div>
    <div class="jp-OutputArea-output place"></div>
  </div>`;
  return `<!doctype html><meta name="color-scheme" content="light dark">
    <style>${style}</style>
    <body class="jp-Notebook"><main class="page">${place.repeat(places)}</main>
    <script type="module" src="page.js"></script>`;
}

/** Between two figures of a contact sheet, in pixels. */
const gap = 16;

/** All figures side by side, as the images that JupyterLab shows. */
function sheetPage(svgs: readonly string[], style: string): string {
  const images = svgs.map((svg) =>
    `<img src="data:image/svg+xml,${encodeURIComponent(svg)}">`
  );
  return `<!doctype html><meta name="color-scheme" content="light dark">
    <style>${style}
    body { margin: 0; padding: ${gap}px; display: flex; flex-wrap: wrap;
           gap: ${gap}px; align-items: flex-start }</style>
    <body>${images.join("")}`;
}

function sheetHeight(svgs: readonly string[], width: number): number {
  let [x, row, total] = [gap, 0, gap];
  for (const svg of svgs) {
    const [w, h] = ["width", "height"].map((name) =>
      Number(svg.match(new RegExp(`^<svg[^>]* ${name}="([\\d.]+)"`))?.[1])
    );
    if (x > gap && x + w + gap > width) {
      total += row + gap;
      [x, row] = [gap, 0];
    }
    x += w + gap;
    row = Math.max(row, h);
  }
  return Math.ceil(total + row + gap);
}
