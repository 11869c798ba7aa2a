import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import type { Recipe } from "../autoencoder/recipes.ts";
import type { Random } from "../random/random.ts";

type Choices<Options> = {
  readonly [Name in keyof Options]?: readonly Options[Name][];
};

/** The values that some options of a recipe may take. */
export interface RecipeSpace {
  /** Of the constructor's options. */
  readonly model?: Choices<Recipe["model"]>;
  /** Of `fit`'s options; `undefined` leaves an option out. */
  readonly fit?: Choices<Recipe["fit"]>;
}

/** Options of {@linkcode drawCandidates}. */
export interface DrawCandidatesOptions {
  /** What may change, and to what. */
  readonly space: RecipeSpace;
  /** How many recipes; at least 1. All there are, if there are fewer. */
  readonly count: number;
  /** The source of chance. */
  readonly random: Random;
}

/**
 * Draws recipes that differ from one in some options: candidates for
 * {@linkcode tune}. No two are alike. With a `count` that covers the whole space
 * it is a grid search, else a random one, which of many options that hardly
 * matter wastes fewer trials.
 *
 * Source: Bergstra and Bengio 2012, "Random search for hyper-parameter
 * optimization", section 2.
 *
 * @param base What stays where the space says nothing.
 * @param options See {@linkcode DrawCandidatesOptions}.
 * @throws {RangeError} If the space has an option without a value.
 *
 * @example Two of six
 * ```ts
 * import { drawCandidates, Random, recipes } from "stacked-autoencoders";
 *
 * const space = {
 *   model: { activation: ["sigmoid", "tanh"] },
 *   fit: { weightDecay: [0, 1e-4, 1e-3] },
 * } as const;
 * const [one, other] = drawCandidates(recipes.stacked, { space, count: 2, random: new Random(1) });
 * if (one.fit.batchSize !== recipes.stacked.fit.batchSize) throw new Error("it changed");
 * if (JSON.stringify(one) === JSON.stringify(other)) throw new Error("twice the same");
 * ```
 */
export function drawCandidates(
  base: Recipe,
  { space, count, random }: DrawCandidatesOptions,
): Recipe[] {
  requireOption("count", count, rules.count);
  requireKnown("part of a space", space, ["model", "fit"]);
  const axes = (["model", "fit"] as const).flatMap((part) =>
    Object.entries<readonly unknown[]>(space[part] ?? {}).map((
      [name, values],
    ) => {
      requireOption(`number of values of ${name}`, values.length, rules.count);
      return { part, name, values };
    })
  );
  const total = axes.reduce(
    (product, { values }) => product * values.length,
    1,
  );
  const chosen = new Set<number>();
  if (count >= total) { for (let at = 0; at < total; at++) chosen.add(at); }
  while (chosen.size < Math.min(count, total)) {
    chosen.add(random.integer(total));
  }
  return [...chosen].map((place) => {
    const changes = { model: {}, fit: {} } as Record<
      "model" | "fit",
      Record<string, unknown>
    >;
    // A place is a number whose digits are the choices.
    for (const { part, name, values } of axes) {
      changes[part][name] = values[place % values.length];
      place = Math.floor(place / values.length);
    }
    return {
      ...base,
      model: withoutAbsent({ ...base.model, ...changes.model }),
      fit: withoutAbsent({ ...base.fit, ...changes.fit }),
    };
  });
}

/** An option that is there but undefined would be taken for a value. */
function withoutAbsent<Options extends object>(options: Options): Options {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Options;
}
