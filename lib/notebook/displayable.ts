/** One thing in several formats, by MIME type: the notebook shows the richest. */
export type MediaBundle = Readonly<Record<string, string>>;

/** What displays itself as the last line of a cell. */
export interface Displayable {
  /** The thing as the notebook shows it. */
  [jupyterDisplay](): MediaBundle | Promise<MediaBundle>;
}

/**
 * The name of the method by which Deno's kernel asks a value for its formats.
 *
 * @example A value that shows itself in red
 * ```ts
 * import { type Displayable, jupyterDisplay } from "stacked-autoencoders/notebook";
 *
 * const warning: Displayable = {
 *   [jupyterDisplay]: () => ({ "text/html": `<b style="color:red">Careful</b>` }),
 * };
 * if (!(Symbol.for("Jupyter.display") in warning)) throw new Error("not shown");
 * ```
 */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");
