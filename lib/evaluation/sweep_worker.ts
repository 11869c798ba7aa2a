/**
 * The program of a worker that trains runs of a sweep. A page bundles it into a
 * script of its own and gives `sweep` a `createWorker` that starts it; in Deno,
 * `stacked-autoencoders` does so by itself.
 *
 * @module
 */
import { ready } from "../autoencoder/ready.ts";
import type { RatingMatrix } from "../ratings/rating_matrix.ts";
import {
  unpackRatings,
  type WorkerOrder,
  type WorkerReport,
} from "./_sweep_messages.ts";
import { trainSettings } from "./_train_settings.ts";

/** The part of a worker's global scope that is used; no `lib` has both it and a page's. */
interface Scope {
  postMessage(report: WorkerReport): void;
  addEventListener(
    type: "message",
    listener: (event: MessageEvent<WorkerOrder>) => void,
  ): void;
}

const scope = globalThis as unknown as Scope;
let ratings: { train: RatingMatrix; test?: RatingMatrix };

async function obey(
  order: Exclude<WorkerOrder, { kind: "wake" }>,
): Promise<WorkerReport> {
  if (order.kind === "start") {
    await ready(order.ready);
    ratings = {
      train: unpackRatings(order.train),
      test: order.test && unpackRatings(order.test),
    };
    return { kind: "started" };
  }
  const callbacks = {
    onEpochEnd: (
      epoch: number,
      logs: object & { trainLoss: number; seconds: number },
    ) => scope.postMessage({ kind: "epoch", logs: { epoch, ...logs } }),
  };
  return {
    kind: "trained",
    run: await trainSettings(order.settings, { ...ratings, callbacks }),
  };
}

scope.addEventListener("message", async ({ data }) => {
  if (data.kind === "wake") return;
  try {
    scope.postMessage(await obey(data));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: "failed", message });
  }
});
