/**
 * The library in a notebook: tables, several displays from one cell, a live
 * view of training, checks of exercises. Importing it makes the ■ button stop a
 * training and keep the model, where it would otherwise end the kernel, and
 * keeps the kernel from losing results.
 *
 * @module
 */
import "./_keep_results.ts";

export * from "./check.ts";
export * from "./check_options.ts";
export * from "./difference.ts";
export * from "./display.ts";
export * from "./displayable.ts";
export * from "./frame_like.ts";
export * from "./live_display.ts";
export * from "./live_sweep.ts";
export * from "./live_sweep_options.ts";
export * from "./live_training.ts";
export * from "./live_training_options.ts";
export * from "./stop.ts";
export * from "./table.ts";
export * from "./your_turn.ts";
