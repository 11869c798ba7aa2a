/** Four sides, in pixels. */
export interface Sides {
  /** Of the left side. */
  readonly left: number;
  /** Of the right side. */
  readonly right: number;
  /** Of the upper side. */
  readonly top: number;
  /** Of the lower side. */
  readonly bottom: number;
}

/** A label beside a point, mostly the end of a line, in place of a legend. */
export interface DirectLabel {
  /** The point, in the units of the axes. */
  readonly x: number | string | Date;
  /** See `x`. */
  readonly y: number | string | Date;
  /**
   * Where the text begins at the earliest, on the axis of `x`: beyond what is
   * drawn to the right of the point. By default just beside the point.
   */
  readonly beyond?: number | string | Date;
  /** What ends there, with its value. */
  readonly text: string;
  /**
   * The line's colour, readable as text; see `seriesStyle`. By default the one
   * that the colour scale gives to `text`, or ink without such a scale.
   */
  readonly color?: string;
}
