import { requireKnown, requireOption, rules } from "../autoencoder/_options.ts";

/** How {@linkcode difference} compares. */
export interface DifferenceOptions {
  /**
   * How far a number may be off, at least 0: absolutely for numbers up to 1, as
   * a share of the expected one for larger ones.
   * @default {1e-6}
   */
  readonly tolerance?: number;
}

/**
 * The first thing in which a value differs from what is expected, in words that
 * do not give the answer away; nothing if they are alike. Numbers may be off by
 * a tolerance; arrays, typed arrays and plain objects are compared part by part.
 *
 * @param found The student's value.
 * @param expected The right one.
 * @param options See {@linkcode DifferenceOptions}.
 *
 * @example What is still wrong with a list of means
 * ```ts
 * import { difference } from "stacked-autoencoders/notebook";
 *
 * const right = difference([3.5, 3.6], [3.5, 3.6]);
 * const wrong = difference([3.5, 3.0], [3.5, 3.6]);
 * if (right !== undefined) throw new Error(right);
 * if (wrong !== "at place 1 it is too small: 3") throw new Error(wrong);
 * ```
 */
export function difference(
  found: unknown,
  expected: unknown,
  options: DifferenceOptions = {},
): string | undefined {
  requireKnown("option of difference", options, ["tolerance"]);
  const { tolerance = 1e-6 } = options;
  requireOption("tolerance", tolerance, rules.atLeast0);
  return firstDifference(found, expected, { tolerance, where: "" });
}

/** Where in the value we are, in words: "" for all of it, "at place 3 ". */
type Place = { readonly tolerance: number; readonly where: string };

function firstDifference(
  found: unknown,
  expected: unknown,
  { tolerance, where }: Place,
): string | undefined {
  if (kindOf(found) !== kindOf(expected)) {
    return `${where}it is ${kindOf(found)}, but should be ${kindOf(expected)}`;
  }
  if (typeof expected === "number") {
    return offBy(found as number, expected, { tolerance, where });
  }
  if (isList(expected)) {
    const list = found as ArrayLike<unknown>;
    if (list.length !== expected.length) {
      return `${where}its length is ${list.length}, which is too ${
        list.length < expected.length ? "short" : "long"
      }`;
    }
    return firstOf(
      Array.from(
        expected,
        (part, place) => [list[place], part, `at place ${place} `] as const,
      ),
      { tolerance, where },
    );
  }
  if (typeof expected === "object" && expected !== null) {
    const record = found as Record<string, unknown>;
    return firstOf(
      Object.entries(expected).map(([name, part]) =>
        [record[name], part, `its ${name}: `] as const
      ),
      { tolerance, where },
    );
  }
  return Object.is(found, expected)
    ? undefined
    : `${where}it is ${JSON.stringify(found) ?? String(found)}`;
}

function firstOf(
  parts: readonly (readonly [unknown, unknown, string])[],
  { tolerance, where }: Place,
): string | undefined {
  for (const [found, expected, at] of parts) {
    const place = { tolerance, where: where + at };
    const wrong = firstDifference(found, expected, place);
    if (wrong !== undefined) return wrong;
  }
}

function offBy(
  found: number,
  expected: number,
  { tolerance, where }: Place,
): string | undefined {
  if (Object.is(found, expected)) return undefined;
  if (Number.isNaN(found)) {
    return `${where}it is NaN: something that is no number went into it`;
  }
  const allowed = tolerance * Math.max(1, Math.abs(expected));
  const near = Math.abs(found - expected) <= allowed;
  if (near && Number.isFinite(expected)) return undefined;
  return `${where}it is too ${found < expected ? "small" : "large"}: ${found}`;
}

/** Arrays and typed arrays, which answer to each other. */
function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) ||
    (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** "a number": what kind of thing it is, in words. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (isList(value)) return "a list";
  if (value instanceof Promise) return "a promise (write await before it)";
  if (typeof value === "object") return "an object";
  if (typeof value === "boolean") return "true or false";
  return `a ${typeof value === "string" ? "text" : typeof value}`;
}
