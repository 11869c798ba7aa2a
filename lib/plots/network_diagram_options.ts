/** Layers that belong together, counted from 0 at the input. */
export interface LayerGroup {
  /** The first layer of the group. */
  readonly from: number;
  /** The last layer of the group, itself included. */
  readonly to: number;
  /** What it is called: "Encoder₁". */
  readonly name: string;
}

/** How `networkDiagram` draws; every list of layers begins at the input. */
export interface NetworkDiagramOptions {
  /** The heading. By default the sizes: "4–2–4 network". */
  readonly title?: string;
  /** A second line under the heading. None by default. */
  readonly subtitle?: string;
  /** The picture in words. By default its sizes, weights and values. */
  readonly description?: string;
  /**
   * `weights[l][i][j]` is the weight from unit i of layer l to unit j of layer
   * l + 1, as in a Dense layer's kernel; one matrix fewer than layers. Sign is
   * drawn as colour and dash, size as width; a weight of 0 is no line. By
   * default all lines are alike.
   */
  readonly weights?: readonly (readonly ArrayLike<number>[])[];
  /**
   * The weight that has the widest line; above 0. By default the largest there
   * is; while a network learns, a fixed one lets widths be compared.
   */
  readonly widest?: number;
  /**
   * A number for each unit, drawn in it; `undefined` for a layer without any, or
   * for a unit that has none yet.
   */
  readonly values?: readonly (ArrayLike<number | undefined> | undefined)[];
  /** How a value is written. By default with two decimals at most. */
  readonly format?: (value: number) => string;
  /**
   * The units to point out in each layer, from 0; lines between two of them in
   * neighbouring layers are pointed out too. By default nothing is.
   */
  readonly active?: readonly (readonly number[])[];
  /**
   * Names of the units; `undefined` for a layer without. The first layer's stand
   * to its left, the last one's to its right, the others' under their units.
   */
  readonly labels?: readonly (readonly string[] | undefined)[];
  /** Names under the layers, one each: "input", "hidden", "output". */
  readonly names?: readonly string[];
  /** Brackets under the layers: "Encoding" from 0 to 1. None by default. */
  readonly spans?: readonly LayerGroup[];
  /** Boxes around layers; one may hold or overlap another. None by default. */
  readonly boxes?: readonly LayerGroup[];
  /** An arrow over the picture, with what happens on the way. None by default. */
  readonly arrow?: {
    /** From the input to the output, or back. */
    readonly direction: "forward" | "backward";
    /** "encode, decode". */
    readonly text: string;
  };
  /**
   * Numbers to the right of the output, one each, for what is done to it:
   * a softmax. None by default.
   */
  readonly result?: {
    /** What is done: "softmax". */
    readonly name: string;
    /** One a unit of the last layer. */
    readonly values: ArrayLike<number>;
  };
  /**
   * The most units of a layer to draw, at least 3; of a larger layer the first
   * and the last ones are drawn, and ⋮ between them.
   * @default {8}
   */
  readonly most?: number;
  /**
   * In pixels; the height is what the layers need.
   * @default {720}
   */
  readonly width?: number;
}
