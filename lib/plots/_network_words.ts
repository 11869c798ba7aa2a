import type { NetworkDiagramOptions } from "./network_diagram_options.ts";
import { present, written, writtenAlike } from "./_written.ts";

/** More weights than this are summed up, not read out. */
const mostWeights = 40;

/** The whole diagram in words, for those who cannot see it. */
export function networkDescription(
  layers: readonly number[],
  options: NetworkDiagramOptions,
): string {
  const { weights, values, active, spans, boxes, arrow, result } = options;
  const list = (numbers: ArrayLike<number | undefined>) => {
    const write = options.format ?? writtenAlike(present(numbers));
    return Array.from(numbers, (it) => it === undefined ? "blank" : write(it))
      .join(", ");
  };
  const layerName = (layer: number) =>
    options.names?.[layer] ??
      (layer === 0
        ? "input"
        : layer === layers.length - 1
        ? "output"
        : layers.length === 3
        ? "hidden"
        : `hidden ${layer}`);
  const unitName = (layer: number, unit: number) =>
    options.labels?.[layer]?.[unit] ?? `${layerName(layer)} unit ${unit + 1}`;

  const sentences = [
    `Network diagram of ${layers.length} fully connected layers: ${
      layers.map((units, layer) => `${layerName(layer)} ${units}`).join(", ")
    } units`,
  ];
  if (weights !== undefined) {
    const all = weights.flatMap((matrix) =>
      matrix.flatMap((row) => Array.from(row))
    );
    if (all.length <= mostWeights) {
      weights.forEach((matrix, layer) =>
        matrix.forEach((row, unit) =>
          sentences.push(
            `Weights from ${unitName(layer, unit)} to ${
              layerName(layer + 1)
            }: ${Array.from(row, written).join(", ")}`,
          )
        )
      );
    } else {
      const [low, high] = all.reduce(
        (
          [low, high],
          weight,
        ) => [Math.min(low, weight), Math.max(high, weight)],
        [Infinity, -Infinity],
      );
      const negative = all.filter((weight) => weight < 0).length;
      sentences.push(
        `${all.length} weights from ${written(low)} to ${
          written(high)
        }, ${negative} of them negative`,
      );
    }
  }
  values?.forEach((row, layer) => {
    if (row !== undefined) {
      sentences.push(`Values of ${layerName(layer)}: ${list(row)}`);
    }
  });
  if (result !== undefined) {
    sentences.push(`After ${result.name}: ${list(result.values)}`);
  }
  const pointed =
    active?.flatMap((units, layer) =>
      units.map((unit) => unitName(layer, unit))
    ) ?? [];
  if (pointed.length > 0) {
    sentences.push(`Pointed out: ${pointed.join(", ")}`);
  }
  for (const { from, to, name } of [...spans ?? [], ...boxes ?? []]) {
    sentences.push(`${name}: ${layerName(from)} to ${layerName(to)}`);
  }
  if (arrow !== undefined) {
    const way = arrow.direction === "forward"
      ? "from input to output"
      : "from output to input";
    sentences.push(`Arrow ${way}: ${arrow.text}`);
  }
  return `${sentences.join(". ")}.`;
}
