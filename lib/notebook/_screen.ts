import { insideKernel } from "../movielens/inside_kernel.ts";
import type { MediaBundle } from "./displayable.ts";

/** A view of something that changes: made only when it is looked at. */
export interface View {
  /** One line, for where there are no pictures. */
  readonly text: string;
  /** The whole view. */
  html(): string;
  /** The same as a picture, if it is nothing else. */
  svg?(): string;
}

/** A place that shows one view at a time. */
export interface Screen {
  /** Seconds between two views, at least; the last is shown in any case. */
  readonly interval: number;
  /** Shows a view in the place of the one before. */
  show(view: View): void | Promise<void>;
}

/** Sends a message to the notebook, as `Deno.jupyter.broadcast` does. */
export type Broadcast = (
  type: "display_data" | "update_display_data",
  content: {
    readonly data: MediaBundle;
    readonly metadata: Record<string, never>;
    readonly transient: { readonly display_id: string };
  },
) => Promise<void>;

/** A new screen: a display in the notebook, elsewhere lines on the console. */
export function openScreen(): Screen {
  return insideKernel()
    ? notebookScreen((type, content) =>
      Deno.jupyter.broadcast(type, { ...content })
    )
    : consoleScreen(console.log);
}

/** One display in the running cell, changed in place. */
export function notebookScreen(broadcast: Broadcast): Screen {
  // Fresh for every run: an id used twice changes the earlier run's display too.
  const display_id = crypto.randomUUID();
  let shown = false;
  return {
    interval: 0.25,
    async show(view) {
      const type = shown ? "update_display_data" : "display_data";
      shown = true;
      await broadcast(type, {
        data: {
          "text/html": view.html(),
          ...view.svg && { "image/svg+xml": view.svg() },
          "text/plain": view.text,
        },
        metadata: {},
        transient: { display_id },
      });
    },
  };
}

/** A line now and then. */
export function consoleScreen(print: (line: string) => void): Screen {
  return { interval: 10, show: ({ text }) => print(text) };
}
