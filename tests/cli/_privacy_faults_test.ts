import assert from "node:assert/strict";
import pl from "nodejs-polars";
import { privacyFaults } from "../../lib/cli/_privacy_faults.ts";
import { result, stream } from "./_make_notebook.ts";

// Invented rows, in the shape of MovieLens's
const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    user: at + 1,
    movie: 3 * at,
    stars: 1 + at % 5,
  }));
const people = [{ user: 1, age: 24, zip: "00000" }];

const eleven = ["a table by user with 11 rows, may have 10"];

/** What a DataFrame shows of itself as a cell's last expression. */
function shown(frame: pl.DataFrame) {
  const display = Reflect.get(frame, Symbol.for("Jupyter.display"));
  return result(display.call(frame));
}

Deno.test("privacyFaults() counts the rows of a polars DataFrame that shows itself", () => {
  assert.deepEqual(privacyFaults(shown(pl.DataFrame(rows(11)))), eleven);
  assert.deepEqual(privacyFaults(shown(pl.DataFrame(rows(10)))), []);
});

Deno.test("privacyFaults() counts the records beside a table that shows fewer", () => {
  const output = result({
    "text/html": "<table><tr><th>user</th></tr><tr><td>1</td></tr></table>",
    "application/vnd.dataresource+json": { data: rows(11) },
  });
  assert.deepEqual(privacyFaults(output), eleven);
});

Deno.test("privacyFaults() counts the rows of a printed table", () => {
  const lines = rows(11).map((row) => Object.values(row).join("  "));
  const table = ["user  movie  stars", "----  -----  -----", ...lines];
  assert.deepEqual(privacyFaults(stream(table.join("\n"))), eleven);
  assert.deepEqual(privacyFaults(stream(table.slice(0, -1).join("\n"))), []);
});

Deno.test("privacyFaults() counts the rows of a table with lines around it", () => {
  const lines = rows(11).map((row) => `│ ${Object.values(row).join(" │ ")} │`);
  const table = [
    "┌──────┬───────┬───────┐",
    "│ user │ movie │ stars │",
    "├──────┼───────┼───────┤",
    ...lines,
    "└──────┴───────┴───────┘",
  ].join("\n");
  assert.deepEqual(privacyFaults(result({ "text/plain": table })), eleven);
});

Deno.test("privacyFaults() counts printed objects and JSON", () => {
  for (const text of [Deno.inspect(rows(11)), JSON.stringify(rows(11))]) {
    assert.deepEqual(privacyFaults(stream(text)), eleven);
  }
  assert.deepEqual(privacyFaults(stream(Deno.inspect(rows(10)))), []);
});

Deno.test("privacyFaults() finds a whole zip code in each form, and lets a masked one be", () => {
  const faults = ["the zip code 00000, unmasked"];
  assert.deepEqual(privacyFaults(shown(pl.DataFrame(people))), faults);
  assert.deepEqual(privacyFaults(stream(Deno.inspect(people))), faults);
  assert.deepEqual(privacyFaults(stream("user age zip\n1 24 00000")), faults);
  assert.deepEqual(privacyFaults(stream("user age zip\n1 24 0••••")), []);
});

Deno.test("privacyFaults() lets figures about users be", () => {
  const prose = "Each user has rated 20 films or more;\n943 users in all.\n";
  const summary = [
    "split  users  movies",
    ...rows(20).map(() => "u1 943 1682"),
  ];
  assert.deepEqual(privacyFaults(stream(prose)), []);
  assert.deepEqual(privacyFaults(stream(summary.join("\n"))), []);
});
