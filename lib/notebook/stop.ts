import { setDefaultSignal } from "../autoencoder/default_signal.ts";
import { insideKernel } from "../movielens/inside_kernel.ts";
import { stopButton } from "./_stop_button.ts";

// The ■ button sends SIGINT, which would end the kernel and lose every variable
// (denoland/deno issue 24491). A listener keeps it alive. Outside the kernel
// there is none: there Ctrl-C shall end the program as ever.
if (insideKernel()) {
  Deno.addSignalListener("SIGINT", () => stopButton.press());
  setDefaultSignal(() => stopButton.signal());
}

/**
 * A fresh signal that the next press of the notebook's ■ button aborts. A `fit`
 * without a `signal` listens to one already; ask for it to make a loop of your
 * own stop. A press stops only what has begun before it. Outside a notebook
 * nothing aborts it.
 *
 * A loop that never awaits cannot be stopped: the press is only heard between
 * two turns of the event loop.
 *
 * @example A loop that ■ ends
 * ```ts
 * import { stopSignal } from "stacked-autoencoders/notebook";
 *
 * const signal = stopSignal();
 * let rounds = 0;
 * while (!signal.aborted && rounds < 3) {
 *   rounds++;
 *   await new Promise((resolve) => setTimeout(resolve, 1)); // here ■ is heard
 * }
 * if (rounds !== 3) throw new Error("nobody pressed ■");
 * ```
 */
export function stopSignal(): AbortSignal {
  return stopButton.signal();
}
