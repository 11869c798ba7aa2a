import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import { insideKernel } from "../movielens/inside_kernel.ts";
import type { Displayable } from "./displayable.ts";
import { liveLines, livePictures } from "./_live_places.ts";
import { openScreen } from "./_screen.ts";
import "./stop.ts"; // whoever watches a loop wants to be able to stop it

/** How {@linkcode liveDisplay} shows. */
export interface LiveDisplayOptions {
  /**
   * Seconds to wait after each picture, at least 0, so that eyes can follow;
   * outside a notebook nobody waits.
   * @default {0.05}
   */
  readonly pause?: number;
}

/** One place in a cell's output that shows one thing at a time. */
export interface LiveDisplay {
  /**
   * Shows a figure, or anything else that displays itself, in the place of the
   * one before.
   */
  show(thing: Displayable | SVGSVGElement): Promise<void>;
}

/**
 * A picture that changes in place while a cell runs; what it showed last stays
 * in the notebook. Outside a notebook it prints a line, and the next one not
 * before ten seconds have passed.
 *
 * The first picture opens the place, below what the cell has shown until then.
 *
 * @param options See {@linkcode LiveDisplayOptions}.
 *
 * @example A network whose one weight grows
 * ```ts
 * import { liveDisplay } from "stacked-autoencoders/notebook";
 * import { networkDiagram } from "stacked-autoencoders/plots";
 *
 * const live = liveDisplay();
 * let weight = 0.1;
 * while (weight < 1) {
 *   weight += 0.1;
 *   await live.show(networkDiagram([1, 1], { weights: [[[weight]]], widest: 1 }));
 * }
 * if (weight < 1) throw new Error("stopped early");
 * ```
 */
export function liveDisplay(options: LiveDisplayOptions = {}): LiveDisplay {
  requireKnown("option of liveDisplay", options, ["pause"]);
  const { pause = 0.05 } = options;
  requireOption("pause", pause, rules.atLeast0);
  return insideKernel()
    ? livePictures(openScreen(), { pause })
    : liveLines(openScreen());
}
