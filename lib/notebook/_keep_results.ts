import { insideKernel } from "../movielens/inside_kernel.ts";

/** The part of Deno's kernel that sends a cell's result; private to Deno. */
interface KernelParts {
  jupyter?: {
    broadcastResult?: (count: number, result: unknown) => Promise<void>;
  };
}

/**
 * How long a result may take from the kernel's queue to the network, in
 * milliseconds. 20 lost none of 100 on a quiet machine, but two were lost on
 * one where five processes wanted each core.
 */
const patience = 50;

/**
 * In Deno 2.9.6 the message that a cell is done may overtake the one with its
 * result (6 of 60 cells, measured), and JupyterLab and nbconvert then drop the
 * result. So the kernel is made to wait a moment after sending each one.
 */
export function keepResults(parts: KernelParts) {
  const broadcastResult = parts.jupyter?.broadcastResult;
  if (parts.jupyter === undefined || broadcastResult === undefined) return;
  parts.jupyter.broadcastResult = async (count, result) => {
    await broadcastResult(count, result);
    await new Promise((resolve) => setTimeout(resolve, patience));
  };
}

if (insideKernel()) {
  keepResults(Reflect.get(Deno, Reflect.get(Deno, "internal")));
}
