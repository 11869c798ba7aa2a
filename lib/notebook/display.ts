import { insideKernel } from "../movielens/inside_kernel.ts";
import { type Displayable, jupyterDisplay } from "./displayable.ts";
import { isFrame } from "./_is_frame.ts";
import { table } from "./table.ts";

/**
 * Shows several things from one cell, in order; only a cell's last value shows
 * by itself. Text is shown as it is, a data frame as {@linkcode table} does.
 * Outside a notebook all is printed as text.
 *
 * @param things Tables, plots, texts, or anything else.
 *
 * @example A heading and a table
 * ```ts
 * import { display, table } from "stacked-autoencoders/notebook";
 *
 * const shown = table([{ stars: 5, ratings: 21_201 }]);
 * await display("The best of them:", shown);
 * if (!String(shown).includes("21201")) throw new Error("lost a number");
 * ```
 */
export async function display(...things: readonly unknown[]): Promise<void> {
  for (const thing of things) {
    const shown = isFrame(thing) ? table(thing) : thing;
    if (!insideKernel()) {
      console.log(await plainText(shown));
    } else if (typeof shown === "string") {
      await Deno.jupyter.display({ "text/plain": shown }, { raw: true });
    } else {
      await Deno.jupyter.display(shown);
    }
  }
}

/** What can be said of a thing without pictures. */
async function plainText(thing: unknown): Promise<unknown> {
  if (typeof thing !== "object" || thing === null) return thing;
  if (!(jupyterDisplay in thing)) return thing;
  const bundle = await (thing as Displayable)[jupyterDisplay]();
  return bundle["text/plain"] ?? thing;
}
