let provider: (() => AbortSignal) | undefined;

/**
 * Sets where a `fit` without a `signal` of its own gets one: the notebook edge
 * provides the ■ button's. Without a provider such a `fit` runs to its end.
 *
 * @param newProvider Called at the start of each `fit`; `undefined` for none.
 *
 * @example A stop that every training listens to
 * ```ts
 * import { setDefaultSignal } from "stacked-autoencoders";
 *
 * const stop = new AbortController();
 * setDefaultSignal(() => stop.signal);
 * setDefaultSignal(undefined); // and back
 * if (stop.signal.aborted) throw new Error("nobody stopped");
 * ```
 */
export function setDefaultSignal(
  newProvider: (() => AbortSignal) | undefined,
) {
  provider = newProvider;
}

/** The signal for a `fit` that was given none. */
export function defaultSignal(): AbortSignal | undefined {
  return provider?.();
}
