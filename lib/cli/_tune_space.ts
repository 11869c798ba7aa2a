import type { RecipeSpace } from "../evaluation/draw_candidates.ts";

/** What `deno task tune` may change of a recipe; the layers' sizes stay. */
export const tuneSpace = {
  model: {
    activation: ["sigmoid", "tanh"],
  },
  fit: {
    learningRate: [0.001, 0.002, 0.003],
    weightDecay: [1e-4, 3e-4, 1e-3],
    inputDropout: [0, 0.3, 0.5, 0.6, 0.7],
    batchSize: [64, 128],
    pretrain: [undefined, { epochs: 20 }],
  },
} as const satisfies RecipeSpace;
