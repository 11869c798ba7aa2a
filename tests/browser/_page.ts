// What the page runs: the core as an engineer's own page would start it.
import { ready } from "../../lib/core.ts";
import { training } from "./_training.ts";

async function result(): Promise<string> {
  const kernels = await (await fetch("kernels.wasm")).arrayBuffer();
  const backend = await ready({ wasmPath: "/", kernels });
  return JSON.stringify({ backend, numbers: await training() });
}

const shown = document.createElement("pre");
shown.textContent = await result().catch((error) => String(error.stack));
document.body.append(shown);
