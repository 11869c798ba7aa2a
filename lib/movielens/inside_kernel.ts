/**
 * Whether this code runs in a notebook: inside the Jupyter kernel of Deno.
 *
 * @example A program is not a notebook
 * ```ts
 * import { insideKernel } from "stacked-autoencoders";
 *
 * if (insideKernel()) throw new Error("this is a test, not a notebook");
 * ```
 */
export function insideKernel(): boolean {
  try {
    // Outside the kernel, looking at it throws.
    return Deno.jupyter !== undefined;
  } catch {
    return false;
  }
}
