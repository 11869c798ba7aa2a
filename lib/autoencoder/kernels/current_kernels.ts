import * as tf from "@tensorflow/tfjs";
import type { Kernels } from "./kernels.ts";
import { plainKernels } from "./plain_kernels.ts";

let wasmKernels: Kernels | undefined;

/** Makes kernels known for tfjs's wasm backend. */
export function setWasmKernels(kernels: Kernels | undefined) {
  wasmKernels = kernels;
}

/** The kernels for the backend in use: SIMD in wasm, plain ones elsewhere. */
export function kernels(): Kernels {
  return tf.getBackend() === "wasm" && wasmKernels || plainKernels;
}
