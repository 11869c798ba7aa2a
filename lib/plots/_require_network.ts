import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";
import { requireDrawable } from "./_options.ts";
import type { NetworkDiagramOptions } from "./network_diagram_options.ts";

const known = [
  ...["title", "subtitle", "description", "weights", "widest", "values"],
  ...["format", "active", "labels", "names", "spans", "boxes", "arrow"],
  ...["result", "most", "width"],
];

/** Refuses what does not fit the layers, by its place. */
export function requireNetwork(
  layers: readonly number[],
  options: NetworkDiagramOptions,
) {
  requireKnown("option of networkDiagram", options, known);
  if (!Array.isArray(layers) || layers.length < 2) {
    refuse("layers must be the sizes of at least two", String(layers));
  }
  layers.forEach((units, layer) =>
    requireOption(`the size of layer ${layer}`, units, rules.count)
  );
  const { weights, widest, values, active, labels, names, result, arrow } =
    options;
  if (weights !== undefined) {
    requireLength("weights", weights, layers.length - 1);
    weights.forEach((matrix, layer) => {
      requireLength(`weights[${layer}]`, matrix, layers[layer]);
      matrix.forEach((row, unit) =>
        requireNumbers(`weights[${layer}][${unit}]`, row, {
          length: layers[layer + 1],
        })
      );
    });
  }
  if (widest !== undefined) requireOption("widest", widest, rules.above0);
  if (values !== undefined) {
    requireLength("values", values, layers.length);
    values.forEach((row, layer) =>
      row !== undefined &&
      requireNumbers(`values[${layer}]`, row, {
        length: layers[layer],
        blanks: true,
      })
    );
  }
  if (active !== undefined) {
    if (active.length > layers.length) {
      refuse(`active has at most ${layers.length} layers`, active.length);
    }
    active.forEach((units, layer) =>
      units.forEach((unit) =>
        requireIndex(`active[${layer}]`, unit, layers[layer])
      )
    );
  }
  if (labels !== undefined) {
    requireLength("labels", labels, layers.length);
    labels.forEach((row, layer) =>
      row !== undefined &&
      requireLength(`labels[${layer}]`, row, layers[layer])
    );
  }
  if (names !== undefined) requireLength("names", names, layers.length);
  for (const kind of ["spans", "boxes"] as const) {
    for (const { from, to, name } of options[kind] ?? []) {
      requireIndex(`${kind}: from of ${name}`, from, layers.length);
      requireIndex(`${kind}: to of ${name}`, to, layers.length);
      if (from > to) refuse(`${kind}: from of ${name} is at most its to`, from);
    }
  }
  if (result !== undefined) {
    requireNumbers("result.values", result.values, { length: layers.at(-1)! });
  }
  if (
    arrow !== undefined && arrow.direction !== "forward" &&
    arrow.direction !== "backward"
  ) refuse("arrow.direction is forward or backward", arrow.direction);
  requireOption("most", options.most ?? 8, {
    must: "a whole number of at least 3",
    holds: (most) => Number.isInteger(most) && most >= 3,
  });
}

function requireNumbers(
  where: string,
  row: ArrayLike<number | undefined>,
  { length, blanks = false }: {
    readonly length: number;
    /** Whether a number may be missing. */
    readonly blanks?: boolean;
  },
) {
  requireLength(where, row, length);
  for (let at = 0; at < length; at++) {
    if (blanks && row[at] === undefined) continue;
    requireDrawable("a network", `${where}[${at}]`, row[at]);
  }
}

function requireLength(
  where: string,
  list: ArrayLike<unknown>,
  length: number,
) {
  if (list?.length !== length) {
    refuse(`${where} must have ${length} entries`, list?.length);
  }
}

function requireIndex(where: string, index: number, below: number) {
  if (!Number.isInteger(index) || index < 0 || index >= below) {
    refuse(`${where} must be a whole number from 0 to ${below - 1}`, index);
  }
}

function refuse(requirement: string, value: unknown): never {
  throw new RangeError(
    `Cannot draw a network as ${requirement}: current value is ${value}`,
  );
}
