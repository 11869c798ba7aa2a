import type { SweepSettings } from "../evaluation/sweep_events.ts";

/**
 * A name for each run, no two alike: by the given function, or what tells its
 * settings from the others', such as `learningRate 0.01`.
 */
export function runNames(
  settings: readonly SweepSettings[],
  name?: (settings: SweepSettings, index: number) => string,
): string[] {
  if (name === undefined) {
    const names = differences(settings);
    return new Set(names).size === names.length && !names.includes("")
      ? names
      : names.map((text, index) => `${text} run ${index + 1}`.trimStart());
  }
  const names = settings.map(name);
  names.forEach((text, index) => {
    if (names.indexOf(text) < index) {
      throw new RangeError(
        `Cannot show a sweep as each run must have a name of its own: current name of two is ${text}`,
      );
    }
  });
  return names;
}

function differences(settings: readonly SweepSettings[]): string[] {
  const rows = settings.map(({ name, model, fit, clip, seed }) =>
    ({ name, ...model, ...fit, clip, seed }) as Record<string, unknown>
  );
  const keys = [...new Set(rows.flatMap(Object.keys))].filter((key) =>
    new Set(rows.map((row) => written(row[key]))).size > 1
  );
  return rows.map((row) =>
    keys.filter((key) => row[key] !== undefined)
      .map((key) =>
        key === "name" ? written(row[key]) : `${key} ${written(row[key])}`
      ).join(", ")
  );
}

/** 20–10–20 for a list, as the course writes layers. */
function written(value: unknown): string {
  if (Array.isArray(value)) return value.join("–");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
