/**
 * Stacked autoencoders for movie recommendation: everything that a notebook
 * imports, with tfjs made ready for Deno.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { ready } from "./autoencoder/ready.ts";
import { spareWorkers } from "./evaluation/_spare_workers.ts";
import { setDefaultWorker } from "./evaluation/default_worker.ts";
import { insideKernel } from "./movielens/inside_kernel.ts";

export * from "./core.ts";
export * from "./movielens/catalogue.ts";
export * from "./movielens/load_movielens.ts";
export * from "./movielens/locate_movielens.ts";
export * from "./movielens/synthetic_movielens.ts";
export * from "./movielens/download.ts";
export * from "./movielens/install_archive.ts";
export * from "./movielens/movielens.ts";
export * from "./movielens/films.ts";
export { ownRatings, type OwnRatingsOptions } from "./movielens/own_ratings.ts";
export * from "./movielens/parse_own_ratings.ts";
export * from "./movielens/missing_data_error.ts";
export * from "./movielens/inside_kernel.ts";
export * from "./files/model_folder.ts";
export * from "./plots/mod.ts";

// tfjs's wasm files lie beside its script, wherever the package was installed.
await ready({
  wasmPath: fileURLToPath(
    new URL(".", import.meta.resolve("@tensorflow/tfjs-backend-wasm")),
  ),
  kernels: await Deno.readFile(
    new URL("./autoencoder/kernels/kernels.wasm", import.meta.url),
  ),
});

const createWorker = () =>
  new Worker(new URL("./evaluation/sweep_worker.ts", import.meta.url), {
    type: "module",
  });

// A script ends when its sweep does; spare workers would keep it from that.
setDefaultWorker(
  insideKernel()
    ? spareWorkers(createWorker, Math.min(navigator.hardwareConcurrency, 4))
    : createWorker,
);
