import { requireKnown, requireOption, rules } from "./_options.ts";

/** A training before the training: see `warmStart` of {@linkcode FitOptions}. */
export interface WarmStart {
  /** How many epochs it takes; at least 1. */
  readonly epochs: number;
}

/** Refuses a warm start that makes no sense. */
export function requireWarmStart(warmStart: WarmStart) {
  requireKnown("option of warmStart", warmStart, ["epochs"]);
  requireOption("warmStart.epochs", warmStart.epochs, rules.count);
}
