import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { requireOneOf } from "./_options.ts";
import { setWasmKernels } from "./kernels/current_kernels.ts";
import { startWasmKernels } from "./kernels/wasm_kernels.ts";

/** The tfjs backends that this library runs on. */
export type Backend = "wasm" | "cpu";

/** Options of {@linkcode ready}. */
export interface ReadyOptions {
  /**
   * The backend to use. Without it: wasm where the machine has SIMD (all
   * current ones), else cpu, which is many times slower.
   */
  readonly backend?: Backend;
  /**
   * The folder or URL, with a slash at its end, that holds tfjs's `.wasm` files;
   * `stacked-autoencoders` finds it by itself, a page in a browser must name it.
   */
  readonly wasmPath?: string;
  /**
   * The bytes of `kernels.wasm`, this library's inner loops in SIMD. Without
   * them, plain TypeScript does the same, some ten times slower.
   */
  readonly kernels?: BufferSource;
}

/** What `ready` was given; what a later call leaves out stays. */
let given: Omit<ReadyOptions, "backend"> = {};

/**
 * Chooses tfjs's backend and makes it ready: the one place that does. Importing
 * `stacked-autoencoders` has done it already; a program that imports
 * `stacked-autoencoders/core` calls it once before anything else.
 *
 * @returns The backend in use.
 * @throws {RangeError} If there is no such backend.
 * @throws {Error} If the backend cannot start.
 *
 * @example
 * ```ts
 * import { ready } from "stacked-autoencoders";
 *
 * const backend = await ready();
 * if (backend !== "wasm" && backend !== "cpu") throw new Error(backend);
 * ```
 */
export async function ready(
  { backend, wasmPath, kernels }: ReadyOptions = {},
): Promise<Backend> {
  if (backend !== undefined) {
    requireOneOf("backend", backend, ["wasm", "cpu"]);
  }
  silenceAdvert();
  // tfjs's threads do not start in Deno, and their order would not be fixed.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (wasmPath !== undefined) setWasmPaths(wasmPath);
  const hasSimd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
  const chosen = backend ?? (hasSimd ? "wasm" : "cpu");
  if (tf.getBackend() !== chosen && !(await tf.setBackend(chosen))) {
    throw new Error(
      `Cannot start tfjs's ${chosen} backend: see the message above, or call ready({ backend: "cpu" })`,
    );
  }
  await tf.ready();
  if (kernels !== undefined && chosen === "wasm") {
    setWasmKernels(await startWasmKernels(kernels));
  }
  given = {
    ...given,
    ...wasmPath !== undefined && { wasmPath },
    ...kernels !== undefined && { kernels },
  };
  return chosen;
}

/** What makes `ready` in a worker do what it did here, to the same bits. */
export function readyOptions(): ReadyOptions {
  return { ...given, backend: tf.getBackend() as Backend };
}

/**
 * On its first use in what it takes for Node, the cpu backend prints an advert
 * for tfjs-node, which Deno cannot install. The flag is private to tfjs.
 */
function silenceAdvert() {
  const cpu = tf.findBackend("cpu") as { firstUse?: boolean } | undefined;
  if (cpu !== undefined) cpu.firstUse = false;
}
