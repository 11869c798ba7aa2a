import { requireKnown } from "../autoencoder/_options.ts";
import { completeFitOptions } from "../autoencoder/fit_options.ts";
import { completeModelOptions } from "../autoencoder/model_options.ts";
import type { SweepSettings } from "./sweep_events.ts";

const known = ["name", "split", "model", "fit", "clip", "seed"];

/** Refuses settings that no run could be trained by, before any run begins. */
export function requireSettings(
  settings: readonly SweepSettings[],
  { visibleUnits }: { readonly visibleUnits: number },
) {
  if (!Array.isArray(settings) || settings.length === 0) {
    throw new RangeError(
      `Cannot sweep as there must be a list of at least one run's settings: current value is ${
        Array.isArray(settings) ? "an empty list" : settings
      }`,
    );
  }
  settings.forEach((one: SweepSettings, index) => {
    try {
      requireOne(one, visibleUnits);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const Kind = error instanceof RangeError ? RangeError : TypeError;
      throw new Kind(`In settings[${index}]: ${error.message}`, {
        cause: error,
      });
    }
  });
}

function requireOne(settings: SweepSettings, visibleUnits: number) {
  requireKnown("setting of a run", settings, known);
  const { model, fit, seed } = settings;
  if (typeof model !== "object" || typeof fit !== "object") {
    throw new TypeError(
      `Cannot sweep as a run must have model and fit, as a recipe has: current values are ${model} and ${fit}`,
    );
  }
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(
      `Cannot sweep as a run must have a seed, a whole number: current value is ${seed}`,
    );
  }
  for (const name of ["signal", "callbacks"]) {
    if (name in fit) {
      throw new TypeError(
        `Cannot sweep as a run's fit must be plain data: give ${name} to sweep instead`,
      );
    }
  }
  completeModelOptions({ ...model, visibleUnits, seed });
  completeFitOptions(fit);
}
