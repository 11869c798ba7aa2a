import * as tf from "@tensorflow/tfjs";

// The one place that reaches into tfjs: where its backends keep a tensor's
// numbers. These fields are private to tfjs 4.22.0; a test holds them in place.

interface WasmBackend {
  wasm: { asm: { memory: WebAssembly.Memory } };
  dataIdMap: { get(id: tf.DataId): { memoryOffset: number } };
}

interface CpuBackend {
  data: { get(id: tf.DataId): { values: Float32Array | Int32Array } };
}

/** The memory that tfjs's wasm backend keeps its tensors in. */
export function wasmMemory(): WebAssembly.Memory {
  return (tf.backend() as unknown as WasmBackend).wasm.asm.memory;
}

/** Where a tensor begins in {@linkcode wasmMemory}, in bytes. */
export function addressOf(tensor: tf.Tensor): number {
  const { dataIdMap } = tf.backend() as unknown as WasmBackend;
  return dataIdMap.get(tensor.dataId).memoryOffset;
}

/**
 * The numbers of a tensor themselves, not a copy. Use the view at once: when
 * wasm's memory grows, earlier views of it go blank.
 */
export function viewOf(tensor: tf.Tensor): Float32Array | Int32Array {
  if (tf.getBackend() === "wasm") {
    const kind = tensor.dtype === "int32" ? Int32Array : Float32Array;
    // Never shared: tfjs's threads are off. Other projects' types leave it open.
    const buffer = wasmMemory().buffer as ArrayBuffer;
    return new kind(buffer, addressOf(tensor), tensor.size);
  }
  const { data } = tf.backend() as unknown as CpuBackend;
  return data.get(tensor.dataId).values;
}
