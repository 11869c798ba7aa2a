import { type Displayable, jupyterDisplay } from "./displayable.ts";
import type { Screen } from "./_screen.ts";

/** A place that shows one thing at a time. */
interface Place {
  show(thing: object): Promise<void>;
}

/** Every picture on the screen, each for a while. */
export function livePictures(
  screen: Screen,
  { pause }: { readonly pause: number },
): Place {
  return {
    async show(thing) {
      const bundle = await bundleOf(thing);
      const svg = bundle["image/svg+xml"];
      await screen.show({
        text: bundle["text/plain"] ?? "",
        html: () => bundle["text/html"] ?? "",
        ...svg !== undefined && { svg: () => svg },
      });
      await new Promise((done) => setTimeout(done, 1000 * pause));
    },
  };
}

/** A picture's heading now and then, where there are no pictures. */
export function liveLines(screen: Screen): Place {
  let next = -Infinity;
  return {
    async show(thing) {
      const bundle = await bundleOf(thing);
      if (performance.now() < next) return;
      next = performance.now() + 1000 * screen.interval;
      const [text] = (bundle["text/plain"] ?? "").split("\n");
      await screen.show({ text, html: () => "" });
    },
  };
}

function bundleOf(thing: object) {
  if (
    typeof thing !== "object" || thing === null || !(jupyterDisplay in thing)
  ) {
    throw new TypeError(
      `Cannot show a thing live as it must display itself, as a figure or a table does: current value is ${
        thing === null ? "null" : typeof thing
      }`,
    );
  }
  return (thing as Displayable)[jupyterDisplay]();
}
