import assert from "node:assert/strict";
import { chromium, type Screen } from "./_chromium.ts";
import { figureFaults } from "./_figure_faults.ts";
import { committedFigures, type Figure } from "./_figures.ts";
import { type FiguresServer, figuresServer } from "./_figures_server.ts";

const sizes = [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }];
const screens = (["light", "dark"] as const).flatMap((scheme) =>
  sizes.map((size): Screen => ({ ...size, scheme }))
);

/** FIGURE_SHEETS=1 also writes PNGs of all figures into this folder, to look at. */
const sheets = Deno.env.get("FIGURE_SHEETS") === "1"
  ? new URL("../../reports/figures/", import.meta.url)
  : undefined;

Deno.test({
  name: chromium === undefined
    ? "figures in Chromium (skipped: no Chromium on this machine)"
    : "the figures of the notebooks can be read in Chromium, small and large, light and dark",
  ignore: chromium === undefined,
  fn: async () => {
    const figures = await committedFigures();
    assert.ok(figures.length >= 70, `there are only ${figures.length}`);
    await using server = await figuresServer();
    const faults = new Map<string, string[]>();
    await Promise.all(screens.map(async (screen) => {
      const svgs = figures.map(({ svg }) => svg);
      const measures = await server.measure(svgs, screen);
      for (const [at, { notebook, cell, title }] of figures.entries()) {
        for (const fault of figureFaults(measures[at], screen)) {
          const where = `${notebook}, cell ${cell}, "${title}": ${fault}`;
          faults.set(where, [...faults.get(where) ?? [], nameOf(screen)]);
        }
      }
    }));
    if (sheets !== undefined) await writeSheets(server, figures, sheets);
    const told = [...faults].map(([where, on]) =>
      on.length === screens.length ? where : `${where} (${on.join(", ")})`
    );
    assert.deepEqual(told, []);
  },
});

Deno.test({
  name: "the figures that tests/plots draws can be read in Chromium",
  ignore: chromium === undefined,
  fn: async () => {
    const folder = new URL("../plots/output/", import.meta.url);
    const names = (await Array.fromAsync(Deno.readDir(folder)))
      .map(({ name }) => name).filter((name) => name.endsWith(".svg")).sort();
    // As they were before they were written with one tag a line
    const svgs = await Promise.all(
      names.map(async (name) =>
        (await Deno.readTextFile(new URL(name, folder)))
          .replace(/^<!--.*?-->\n/, "").replaceAll(">\n<", "><")
      ),
    );
    await using server = await figuresServer();
    const measures = await server.measure(svgs, screens[0]);
    const faults = names.flatMap((name, at) =>
      figureFaults(measures[at], screens[0]).map((fault) => `${name}: ${fault}`)
    );
    assert.ok(names.length > 30);
    assert.deepEqual(faults, []);
  },
});

/** A PNG for each notebook and screen: `05-training-1280x800-dark.png`. */
async function writeSheets(
  server: FiguresServer,
  figures: readonly Figure[],
  folder: URL,
) {
  await Deno.mkdir(folder, { recursive: true });
  const notebooks = Map.groupBy(figures, ({ notebook }) => notebook);
  for (const [notebook, its] of notebooks) {
    for (const screen of screens) {
      const file = `${folder.pathname}${notebook}-${nameOf(screen)}.png`;
      await server.contactSheet(its.map(({ svg }) => svg), file, screen);
    }
  }
}

function nameOf({ width, height, scheme }: Screen): string {
  return `${width}x${height}-${scheme}`;
}

/** A figure with what makes it a good or a bad one. */
function drawing(
  inner: string,
  { width = 720, height = 200, paper = "#ffffff" } = {},
) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
    viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13"
    fill="#1c1c22" style="display:block;max-width:100%;height:auto">
    <rect width="${width}" height="${height}" fill="${paper}"/>${inner}</svg>`;
}

const good = '<text x="10" y="80">a label</text>';
const haloed = good.replace(
  "<text",
  '<text stroke="#fff" stroke-width="5" paint-order="stroke"',
);
const bar = '<rect x="0" y="30" width="200" height="90" fill="#0b5cad"/>';
const line = (width: number) =>
  `<path d="M0 75H200" stroke="#1c1c22" stroke-width="${width}"/>`;

/** What is drawn, and what is said of it on a screen of 1280 × 800. */
const cases: readonly [what: string, svg: string, faults: RegExp[]][] = [
  ["a good one", drawing(good), []],
  [
    "a light label on a bar",
    drawing(bar + good.replace("<text", '<text fill="#fff"')),
    [],
  ],
  [
    "a label with a halo on a bar",
    drawing(
      bar + haloed,
    ),
    [],
  ],
  [
    "a label with a halo on the edge of a bar",
    drawing(
      bar + haloed.replace("10", "180"),
    ),
    [/^"a label" stands to \d+ % on something drawn, #0b5cad or the like$/],
  ],
  [
    "a label with a halo on a hairline",
    drawing(
      line(1) + haloed,
    ),
    [/^"a label" stands to \d+ % on something drawn, #1c1c22 or the like$/],
  ],
  [
    "a label on a grid line",
    drawing(line(1).replace("#1c1c22", "#e3e3e8") + good),
    [],
  ],
  [
    "two labels, one close above the other",
    drawing(`${good}<text x="10" y="94">another</text>`),
    [],
  ],
  [
    "large grey letters",
    drawing('<text x="10" y="80" font-size="24" fill="#888">a label</text>'),
    [],
  ],
  [
    "a clipped label",
    // As wide in whatever font the machine has.
    drawing(good.replace('x="10"', 'x="700" textLength="44"')),
    [/^"a label" stands out by 24\.\d px$/],
  ],
  [
    "a label cut off at the top",
    drawing(good.replace("80", "8")),
    [/^"a label" stands out by \d\.\d px$/],
  ],
  [
    "two labels on one another",
    drawing(`${good}<text x="40" y="86">another</text>`),
    [/^"a label" and "another" overlap$/],
  ],
  [
    "a broken label on another",
    drawing(
      `${good}<text><tspan x="10" y="30">first</tspan><tspan x="10" y="84">second</tspan></text>`,
    ),
    [/^"a label" and "second" overlap$/],
  ],
  [
    "a figure that is scaled down",
    drawing(good, { width: 1440 }),
    [/^"a label" is 8\.0 px high$/],
  ],
  [
    "letters scaled down in a group",
    drawing(`<g transform="scale(0.8)">${good}</g>`),
    [/^"a label" is 10\.4 px high$/],
  ],
  [
    "a pale label",
    drawing(good.replace("<text", '<text fill="#888"')),
    [/^"a label", #888888, stands to 100 % on #ffffff or the like$/],
  ],
  [
    "a label made pale by its group",
    drawing(`<g opacity="0.5">${good}</g>`),
    [/^"a label", #8c8c8f, stands to 100 % on #ffffff or the like$/],
  ],
  [
    "a dark label on a bar",
    drawing(bar + good),
    [/^"a label", #1c1c22, stands to 100 % on #0b5cad or the like$/],
  ],
  [
    "a label crossed out by a line",
    drawing(good + line(1)),
    [/^"a label", #1c1c22, stands to \d+ % on #1c1c22 or the like$/],
  ],
  [
    "a label on a line",
    drawing(line(3) + good),
    [/^"a label", #1c1c22, stands to \d+ % on #1c1c22 or the like$/],
  ],
  [
    "letters that are not there",
    drawing(good.replace("<text", '<text visibility="hidden"')),
    [/^"a label", #ffffff, stands to 100 % on #ffffff or the like$/],
  ],
  ["no text", drawing(bar), [/^has no text$/]],
  [
    "a figure that the screen cannot hold",
    drawing(good, { height: 900 }),
    [/^is higher than the screen$/],
  ],
  [
    "a figure that is no narrower in a narrow page",
    drawing(good, { width: 1440 }).replace(
      "max-width:100%",
      "min-width:1440px",
    ),
    [/^is wider than the page$/],
  ],
];

Deno.test({
  name: "a figure that cannot be read is found, with what is wrong",
  ignore: chromium === undefined,
  fn: async () => {
    await using server = await figuresServer();
    const screen = screens[0];
    const svgs = cases.map(([, svg]) => svg);
    const measures = await server.measure(svgs, screen);
    for (const [at, [what, , expected]] of cases.entries()) {
      const faults = figureFaults(measures[at], screen);
      assert.equal(faults.length, expected.length, `${what}: ${faults}`);
      expected.forEach((fault, i) => assert.match(faults[i], fault, what));
    }
  },
});

Deno.test({
  name: "a figure without paper of its own is found where the page is dark",
  ignore: chromium === undefined,
  fn: async () => {
    await using server = await figuresServer();
    const clear = drawing(good, { paper: "none" });
    const faults = async (scheme: "light" | "dark") => {
      const screen = { ...sizes[0], scheme };
      const [measures] = await server.measure([clear], screen);
      return figureFaults(measures, screen);
    };
    assert.deepEqual(await faults("light"), []);
    assert.deepEqual(await faults("dark"), [
      '"a label", #1c1c22, stands to 100 % on #111111 or the like',
    ]);
  },
});
