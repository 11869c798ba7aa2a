import * as Plot from "@observablehq/plot";
import { requireOneOf } from "../autoencoder/_options.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import { type BinnedRatings, binRatings } from "./_bin_ratings.ts";
import { drawPlot } from "./_draw_plot.ts";
import type { Sides } from "./figure_parts.ts";
import { house } from "./house_style.ts";
import type { RatingHeatmapOptions } from "./rating_heatmap_options.ts";
import { svgElement } from "./_svg_element.ts";
import { textWidth } from "./_text.ts";

/** The least block that may be shown, in users and in movies. */
const least = 8;

/** Shares filled, each with the colour of those up to it; ever darker. */
const levels = [
  { upTo: 0, color: "#ffffff", text: "0" },
  { upTo: 0.005, color: "#e3ecf6", text: "0.5 %" },
  { upTo: 0.02, color: "#c3d7ec", text: "2 %" },
  { upTo: 0.05, color: "#97bbdf", text: "5 %" },
  { upTo: 0.1, color: "#649acb", text: "10 %" },
  { upTo: 0.2, color: "#3677b3", text: "20 %" },
  { upTo: 0.4, color: "#155592", text: "40 %" },
  { upTo: 1, color: "#0a2f5c", text: "100 %" },
];

/** A large matrix as a picture of how full its blocks are. */
export function matrixImage(
  ratings: RatingMatrix,
  options: RatingHeatmapOptions,
): SVGSVGElement {
  const { users, movies, rowsAre } = ratings;
  const {
    width = 720,
    height = 440,
    order = "data",
    cell = {
      users: Math.max(
        least,
        Math.ceil(users / (rowsAre === "users" ? 60 : 100)),
      ),
      movies: Math.max(
        least,
        Math.ceil(movies / (rowsAre === "users" ? 100 : 60)),
      ),
    },
  } = options;
  requireOneOf("order", order, ["data", "ratings"]);
  for (const side of ["users", "movies"] as const) {
    if (!(Number.isInteger(cell[side]) && cell[side] >= least)) {
      throw new RangeError(
        `Cannot draw a rating matrix as a cell must hold at least ${least} ${side}, since MovieLens may not be read back from a picture: current value is ${
          cell[side]
        }`,
      );
    }
    if (cell[side] > ratings[side]) {
      throw new RangeError(
        `Cannot draw a rating matrix as it must have at least as many ${side} as a cell, ${
          cell[side]
        }: current value is ${ratings[side]}`,
      );
    }
  }
  const columnsAre = rowsAre === "users" ? "movies" : "users";
  const binned = binRatings(ratings, {
    height: cell[rowsAre],
    width: cell[columnsAre],
    byCount: order === "ratings",
  });
  const filled = `${(100 * ratings.density).toFixed(1)} %`;
  const size = `${users} users × ${movies} movies`;
  const {
    title = `${filled} of ${size} are rated`,
    subtitle = `a cell is ${cell.users} users × ${cell.movies} movies`,
  } = options;
  const { description = describe(binned, { filled, size, cell }) } = options;
  const inOrder = order === "ratings" ? "most ratings first" : "by number";
  return drawPlot({
    title,
    subtitle,
    description,
    width,
    height,
    margin: {
      left: 36 + Math.ceil(textWidth(String(ratings.rows), house.fontSize)),
      right: house.side + 8,
      top: 36,
      bottom: 104,
    },
    yLabel: `${rowsAre}, ${inOrder}`,
    plot: {
      x: { domain: [0, ratings.columns], label: null },
      y: { domain: [ratings.rows, 0], label: null },
      marks: [
        Plot.axisX({ label: null, tickFormat: String, ticks: 8 }),
        Plot.axisY({ label: null, tickFormat: String, ticks: 6 }),
      ],
    },
    overlay: (frame) => [
      svgElement("text", {
        ...{ x: (frame.left + frame.right) / 2, y: frame.bottom + 38 },
      }, `${columnsAre}, ${inOrder}`),
      ...blocks(binned, frame),
      svgElement("rect", {
        ...{ x: frame.left, y: frame.top, fill: "none", stroke: house.quiet },
        ...{ width: frame.right - frame.left },
        height: frame.bottom - frame.top,
      }),
      ...legend(height - 20),
    ],
  });
}

/** One path for each level: many cells, few bytes. */
function blocks(
  { rowEdges, columnEdges, shares }: BinnedRatings,
  frame: Sides,
): SVGElement[] {
  const across = columnEdges.length - 1;
  const pixel = (edges: readonly number[], from: number, to: number) =>
    edges.map((edge) => Math.round(from + (to - from) * edge / edges.at(-1)!));
  const x = pixel(columnEdges, frame.left, frame.right);
  const y = pixel(rowEdges, frame.top, frame.bottom);
  const paths = levels.map(() => "");
  for (let row = 0; row < rowEdges.length - 1; row++) {
    for (let column = 0; column < across;) {
      const level = levelOf(shares[row * across + column]);
      let end = column + 1;
      while (end < across && levelOf(shares[row * across + end]) === level) {
        end++;
      }
      const wide = x[end] - x[column];
      paths[level] += `M${x[column]},${y[row]}h${wide}v${
        y[row + 1] - y[row]
      }h${-wide}z`;
      column = end;
    }
  }
  return paths.flatMap((d, level) =>
    d === "" || level === 0 ? [] : [svgElement("path", {
      d,
      fill: levels[level].color,
      "shape-rendering": "crispEdges",
    })]
  );
}

function levelOf(share: number): number {
  return levels.findIndex(({ upTo }) => share <= upTo);
}

/** What the colours mean: a line of words, and the colours under it. */
function legend(y: number): SVGElement[] {
  const write = (text: string, x: number, y: number) =>
    svgElement("text", {
      ...{ x, y, dy: "0.35em", "text-anchor": "start", fill: house.quiet },
    }, text);
  const meaning =
    "share of a cell that is rated, up to (the steps are uneven):";
  const elements = [write(meaning, house.side, y - 22)];
  let x: number = house.side;
  for (const { color, text } of levels) {
    elements.push(svgElement("rect", {
      ...{ x, y: y - 7, width: 14, height: 14, fill: color },
      stroke: house.quiet,
    }));
    elements.push(write(text, x + 19, y));
    x += 35 + textWidth(text, house.fontSize);
  }
  return elements;
}

function describe(
  { rowEdges, columnEdges, shares }: BinnedRatings,
  { filled, size, cell }: {
    readonly filled: string;
    readonly size: string;
    readonly cell: { readonly users: number; readonly movies: number };
  },
): string {
  const sorted = shares.toSorted();
  const perCent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const empty = sorted.filter((share) => share === 0).length;
  return `Picture of a rating matrix of ${size}, ${filled} of it filled, in ${
    rowEdges.length - 1
  } × ${
    columnEdges.length - 1
  } cells of at least ${cell.users} users × ${cell.movies} movies, darker where more is rated. Of the cells ${
    perCent(empty / sorted.length)
  } are empty; half are filled to ${
    perCent(sorted[Math.floor(sorted.length / 2)])
  } or less, the fullest to ${perCent(sorted.at(-1)!)}.`;
}
