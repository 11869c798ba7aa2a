import type { Kernels } from "./kernels.ts";
import { addressOf as at, wasmMemory } from "./tensor_memory.ts";

/** What `assembly/` exports: numbers are sizes, addresses in bytes, or floats. */
type Exports = Record<
  | "sparseMatMul"
  | "sparseMatMulGradient"
  | "observedErrors"
  | "observedGradients"
  | "activate"
  | "activationGradient"
  | "sgd"
  | "momentum"
  | "rmsProp"
  | "adam"
  | "rowSteps",
  (...args: number[]) => void
>;

const kinds = { sigmoid: 0, tanh: 1 } as const;

/**
 * The kernels of `assembly/`, started in the memory of tfjs's wasm backend.
 * Addresses are asked for at every call: memory may have moved since.
 *
 * @param bytes The compiled `kernels.wasm`.
 */
export async function startWasmKernels(bytes: BufferSource): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(bytes, {
    env: { memory: wasmMemory() },
  });
  const wasm = instance.exports as Exports;
  return {
    rowSteps({ batch, plan, losses, activation, rule, ...options }) {
      const { rows, indptr, indices, values } = batch;
      wasm.rowSteps(
        ...[at(plan), rows, at(indptr), at(indices), at(values), at(losses)],
        ...[kinds[activation], rule],
        ...[Number(options.overAll), Number(options.accumulate)],
        ...[options.learningRate, options.weightDecay],
        ...[options.beta1, options.beta2, options.epsilon],
        ...[options.power1, options.power2],
      );
    },
    sparseMatMul({ rows, indptr, indices, values }, weights, bias, out) {
      const units = bias.size;
      wasm.sparseMatMul(
        ...[rows, units, at(indptr), at(indices), at(values)],
        ...[at(weights), at(bias), at(out)],
      );
    },
    sparseMatMulGradient(batch, outGradient, gradient) {
      const { rows, indptr, indices, values } = batch;
      const units = gradient.shape[1]!;
      wasm.sparseMatMulGradient(
        ...[rows, units, at(indptr), at(indices), at(values)],
        ...[at(outGradient), at(gradient)],
      );
    },
    observedErrors(batch, { hidden, weights, bias }, { errors, squares }) {
      const { rows, indptr, indices, values } = batch;
      wasm.observedErrors(
        ...[rows, weights.shape[1]!, at(indptr), at(indices), at(values)],
        ...[at(hidden), at(weights), at(bias), at(errors), at(squares)],
      );
    },
    observedGradients(batch, { hidden, weights, errors, slopes }, to) {
      const { rows, indptr, indices } = batch;
      wasm.observedGradients(
        ...[rows, weights.shape[1]!, at(indptr), at(indices), at(errors)],
        ...[at(slopes), at(hidden), at(weights)],
        ...[at(to.hidden), at(to.weights), at(to.bias)],
      );
    },
    activate(kind, x, out) {
      wasm.activate(kinds[kind], x.size, at(x), at(out));
    },
    activationGradient(kind, y, outGradient, out) {
      const size = y.size;
      wasm.activationGradient(
        ...[kinds[kind], size, at(y), at(outGradient), at(out)],
      );
    },
    sgd({ learningRate, weightDecay }, gradient, weights) {
      const { size } = weights;
      wasm.sgd(size, at(weights), at(gradient), learningRate, weightDecay);
    },
    momentum({ learningRate, weightDecay, beta }, gradient, mean, weights) {
      wasm.momentum(
        ...[weights.size, at(weights), at(gradient), at(mean)],
        ...[learningRate, weightDecay, beta],
      );
    },
    rmsProp(options, gradient, meanSquare, weights) {
      const { learningRate, weightDecay, decay, epsilon } = options;
      wasm.rmsProp(
        ...[weights.size, at(weights), at(gradient), at(meanSquare)],
        ...[learningRate, weightDecay, decay, epsilon],
      );
    },
    adam(options, gradient, mean, meanSquare, weights) {
      const { learningRate, weightDecay, beta1, beta2, epsilon } = options;
      wasm.adam(
        ...[weights.size, at(weights), at(gradient), at(mean)],
        ...[at(meanSquare), learningRate, weightDecay, beta1, beta2, epsilon],
        ...[options.correction1, options.correction2],
      );
    },
  };
}
