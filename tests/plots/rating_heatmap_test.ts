import assert from "node:assert/strict";
import fc from "fast-check";
import { Random, ratingHeatmap, RatingMatrix } from "stacked-autoencoders";
import { binRatings } from "../../lib/plots/_bin_ratings.ts";
import { checkFigure, textsOf } from "./_check_figure.ts";

const _ = undefined;
// Slide 12.
const likes = [
  [1, 0, _, 1, 1, 1],
  [0, 1, 0, 0, 1, 0],
  [_, 1, 1, 0, 0, _],
  [1, 0, 1, 1, 0, 1],
  [0, _, 1, 1, _, 1],
  [0, 0, 0, 0, 1, _],
  [1, 0, 1, 1, 0, 1],
  [0, 1, 1, _, 0, 1],
  [_, 0, 1, 1, 1, 1],
  [1, _, 0, 0, _, 0],
  [0, 1, 1, 1, 0, 1],
];

/** A matrix that is fuller at its upper left. */
function someRatings(users: number, movies: number): RatingMatrix {
  const random = new Random(7);
  const columns = {
    user: [] as number[],
    movie: [] as number[],
    stars: [] as number[],
  };
  for (let user = 0; user < users; user++) {
    for (let movie = 0; movie < movies; movie++) {
      if (
        random.uniform() > Math.exp(-(user / users + 4 * movie / movies)) * 0.6
      ) continue;
      columns.user.push(user);
      columns.movie.push(movie);
      columns.stars.push(3);
    }
  }
  return RatingMatrix.from(columns, { users, movies });
}

Deno.test("ratingHeatmap() draws slide 12: a table with blanks and two patterns", () =>
  checkFigure("heatmap-likes", () => {
    const cells = (users: number[]) =>
      users.flatMap((user) =>
        [2, 3, 5].map((movie) => [user - 1, movie] as const)
      );
    return ratingHeatmap(likes, {
      title: "Users who agree on three movies",
      highlights: [
        { name: "like movies 3, 4 and 6", cells: cells([4, 5, 7, 9]) },
        { name: "dislike movies 3, 4 and 6", cells: cells([2, 10]) },
      ],
    });
  }));

Deno.test("ratingHeatmap() completes the blanks with predictions in another style", () =>
  checkFigure("heatmap-completed", () =>
    ratingHeatmap(likes, {
      predicted: likes.map((row, user) =>
        row.map((_, movie) => 0.07 * user + 0.01 * movie)
      ),
      rowLabels: likes.map((_, user) => `User ${user + 1}`),
    })));

Deno.test("ratingHeatmap() draws signed numbers alike in tables with one limit", async () => {
  await checkFigure(
    "heatmap-signed",
    () =>
      ratingHeatmap([[1, -0.5, 0], [0.25, -2, 0.5]], {
        title: "Two signs",
        signedUpTo: 1,
      }),
  );
  const shadeOf = (table: number[][], signedUpTo: number) =>
    ratingHeatmap(table, { signedUpTo })
      .querySelectorAll("rect")[1].getAttribute("fill"); // after the paper
  assert.equal(shadeOf([[0]], 1), "#ffffff");
  assert.equal(shadeOf([[0.5, 9]], 1), shadeOf([[0.5, -0.1]], 1));
  assert.equal(
    shadeOf([[3]], 1),
    shadeOf([[1]], 1),
    "no darker than the limit",
  );
  assert.notEqual(shadeOf([[0.5]], 1), shadeOf([[-0.5]], 1));
  assert.throws(
    () => ratingHeatmap([[1]], { signedUpTo: 0 }),
    /signedUpTo as it must be a number above 0: current value is 0/,
  );
});

Deno.test("ratingHeatmap() says each cell, blank or predicted", () => {
  const words = (svg: SVGSVGElement) => svg.querySelector("desc")?.textContent;
  assert.equal(
    words(ratingHeatmap([[1, null], [_, -2.5]])),
    "Table of 2 rows and 2 columns. User 1: M1 1, M2 blank. User 2: M1 blank, M2 −2.5.",
  );
  const completed = ratingHeatmap([[1, null]], { predicted: [[9, 0.25]] });
  assert.deepEqual(textsOf(completed).slice(-3, -1), ["1", "0.25"]);
  assert.equal(completed.getAttribute("aria-label"), "1 of 2 cells are rated");
});

Deno.test("ratingHeatmap() draws a matrix in blocks of at least 8 × 8", () =>
  checkFigure("heatmap-matrix", () => ratingHeatmap(someRatings(200, 330))));

Deno.test("ratingHeatmap() puts the most rated first when told so", () =>
  checkFigure("heatmap-sorted", () =>
    ratingHeatmap(someRatings(100, 100), {
      order: "ratings",
      cell: { users: 10, movies: 8 },
    })));

Deno.test("ratingHeatmap() stays below 120 kB when the matrix is MovieLens 100K's size", () => {
  const svg = ratingHeatmap(someRatings(943, 1682));
  assert.ok(svg.outerHTML.length < 120_000, `${svg.outerHTML.length} bytes`);
});

Deno.test("binRatings() counts every rating once, in no block of less than the size", () => {
  const sides = fc.record({
    users: fc.integer({ min: 8, max: 40 }),
    movies: fc.integer({ min: 8, max: 40 }),
    byCount: fc.boolean(),
  });
  fc.assert(
    fc.property(sides, ({ users, movies, byCount }) => {
      const ratings = someRatings(users, movies);
      const { rowEdges, columnEdges, shares } = binRatings(ratings, {
        ...{ height: 8, width: 8, byCount },
      });
      const sizes = (edges: readonly number[]) =>
        edges.slice(1).map((edge, at) => edge - edges[at]);
      const [down, across] = [sizes(rowEdges), sizes(columnEdges)];
      assert.ok([...down, ...across].every((size) => size >= 8 && size < 16));
      let total = 0;
      down.forEach((height, row) =>
        across.forEach((width, column) =>
          total += shares[row * across.length + column] * height * width
        )
      );
      assert.ok(Math.abs(total - ratings.size) < 1e-6);
    }),
    { numRuns: 30 },
  );
});

Deno.test("ratingHeatmap() refuses what would let ratings be read back", () => {
  const matrix = someRatings(40, 40);
  assert.throws(
    () => ratingHeatmap(matrix, { cell: { users: 8, movies: 7 } }),
    {
      name: "RangeError",
      message:
        "Cannot draw a rating matrix as a cell must hold at least 8 movies, since MovieLens may not be read back from a picture: current value is 7",
    },
  );
  assert.throws(
    () => ratingHeatmap(someRatings(7, 40)),
    /at least as many users as a cell, 8: current value is 7/,
  );
  const large = Array.from({ length: 21 }, () => [1]);
  assert.throws(
    () => ratingHeatmap(large),
    /1 to 20 rows .*current value is 21 × 1/,
  );
});

Deno.test("ratingHeatmap() refuses a table that does not fit its options", () => {
  assert.throws(
    () => ratingHeatmap([[1], [1, 2]]),
    /row 1 must have 1 entries: current value is 2/,
  );
  assert.throws(
    () => ratingHeatmap([[NaN]]),
    /row 0, column 0 must be a finite number: current value is NaN/,
  );
  assert.throws(
    () => ratingHeatmap([[null]], { predicted: [[Infinity]] }),
    /must be a finite number/,
  );
  assert.throws(
    () => ratingHeatmap([[1]], { rowLabels: [] }),
    /rowLabels must have 1 entries/,
  );
  assert.throws(
    () =>
      ratingHeatmap([[1]], { highlights: [{ name: "a", cells: [[0, 1]] }] }),
    /cells of a must lie in it: current value is 0, 1/,
  );
  assert.throws(
    () => ratingHeatmap([[1]], { order: "ratings" }),
    /unknown option of ratingHeatmap for a table.*order/,
  );
  assert.throws(
    () => ratingHeatmap("1" as unknown as number[][]),
    /TypeError.*RatingMatrix or an array of rows/,
  );
});
