import type { FrameLike } from "./frame_like.ts";

/** Whether a value is a data frame. */
export function isFrame(value: unknown): value is FrameLike {
  if (typeof value !== "object" || value === null) return false;
  // Looked at, not asked for with `in`: a polars frame is a proxy that denies.
  const { columns, height, head } = value as Partial<FrameLike>;
  return Array.isArray(columns) && typeof height === "number" &&
    typeof head === "function";
}
