import type { FrameLike } from "./table.ts";

/** Whether a value is a data frame: its own display is none in VS Code. */
export function isFrame(value: unknown): value is FrameLike {
  return typeof value === "object" && value !== null && "columns" in value &&
    "height" in value && "head" in value && typeof value.head === "function";
}
