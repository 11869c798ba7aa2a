import type { Recipe } from "../autoencoder/recipes.ts";
import type { TunedRecipe } from "../evaluation/tune.ts";

/** One round of `deno task tune`: which candidates, on which hold-outs. */
export interface TuneRound {
  /** One hold-out a seed. */
  readonly seeds: readonly number[];
  /** The best first. */
  readonly ranking: readonly TunedRecipe[];
  /** Settings and error of each run that failed. */
  readonly failures: readonly string[];
  /** Whether the time was up before all were done. */
  readonly stopped: boolean;
}

/** What `deno task tune --json` prints. */
export interface TuneReport {
  readonly data: string;
  readonly split: string;
  readonly seed: number;
  /** Share of the training ratings held out for validation. */
  readonly validationShare: number;
  /** All candidates, then the finalists on fresh hold-outs. */
  readonly rounds: readonly TuneRound[];
  /** The winner, with its number of epochs. */
  readonly recipe: Recipe;
  /** Seconds that it all took. */
  readonly seconds: number;
}

/** A round's candidates as a table for the terminal, the best first. */
export function tuneTable(
  { ranking }: Pick<TuneRound, "ranking">,
  { changed }: { readonly changed: readonly string[] },
): string {
  const rows = ranking.map(({ recipe, validationLoss, ...rest }) => {
    const { epochs } = recipe.fit;
    const spread = standardError(rest.validationLosses);
    const options = { ...recipe.model, ...recipe.fit } as Record<
      string,
      unknown
    >;
    return [
      validationLoss.toFixed(4),
      Number.isNaN(spread) ? "" : `± ${spread.toFixed(4)}`,
      String(epochs),
      rest.seconds.toFixed(1),
      ...changed.map((name) => shown(options[name])),
    ];
  });
  const table = [["loss", "", "epochs", "s", ...changed], ...rows];
  const widths = table[0].map((_, column) =>
    Math.max(...table.map((row) => row[column].length))
  );
  return table.map((row) =>
    `  ${row.map((cell, at) => cell.padStart(widths[at])).join("  ")}`
  ).join("\n");
}

/** How far the mean may be off, by the hold-outs' own differences. */
function standardError(losses: readonly number[]): number {
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  const squares = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0);
  return Math.sqrt(squares / (losses.length - 1) / losses.length);
}

function shown(value: unknown): string {
  if (value === undefined) return "–";
  return typeof value === "object"
    ? Object.values(value as object).join(" ")
    : String(value);
}
