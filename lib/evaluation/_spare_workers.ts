import type { WorkerOrder } from "./_sweep_messages.ts";
import type { CreateWorker } from "./default_worker.ts";

/**
 * Keeps some workers started, for the sweeps to come; each that is taken makes
 * room for another. In Deno's kernel (2.9.6) a worker waits half a second for a
 * debugger before it begins, and again at its first message, without any work:
 * `wake` is that first message. A spare that dies is forgotten, and whoever asks
 * next starts a new one, and sees its error.
 *
 * @param create Starts one worker.
 * @param count How many are kept.
 */
export function spareWorkers(
  create: CreateWorker,
  count: number,
): CreateWorker {
  const spares: { worker: Worker; forget: AbortController }[] = [];

  const keep = () => {
    const spare = { worker: create(), forget: new AbortController() };
    spare.worker.addEventListener("error", (event) => {
      event.preventDefault(); // Deno would end the whole program
      const at = spares.indexOf(spare);
      if (at >= 0) spares.splice(at, 1);
    }, { signal: spare.forget.signal });
    spare.worker.postMessage({ kind: "wake" } satisfies WorkerOrder);
    spares.push(spare);
  };

  for (let index = 0; index < count; index++) keep();
  return () => {
    const spare = spares.shift();
    spare?.forget.abort();
    const worker = spare?.worker ?? create();
    if (spares.length < count) keep();
    return worker;
  };
}
