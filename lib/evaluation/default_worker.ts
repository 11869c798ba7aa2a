/** Starts a worker that runs `stacked-autoencoders/sweep-worker`. */
export type CreateWorker = () => Worker;

let provider: CreateWorker | undefined;

/**
 * Sets where a `sweep` without a `createWorker` of its own gets its workers.
 * Importing `stacked-autoencoders` has done it already; a program that imports
 * `stacked-autoencoders/core` may do it once.
 *
 * @param create Called once for each worker; `undefined` for none.
 *
 * @example
 * ```ts
 * import { setDefaultWorker } from "stacked-autoencoders";
 *
 * setDefaultWorker(() =>
 *   new Worker(import.meta.resolve("stacked-autoencoders/sweep-worker"), { type: "module" })
 * );
 * if (typeof Worker !== "function") throw new Error("no workers here");
 * ```
 */
export function setDefaultWorker(create: CreateWorker | undefined) {
  provider = create;
}

/** What makes the workers of a `sweep` that was given nothing of its own. */
export function defaultWorker(): CreateWorker | undefined {
  return provider;
}
