import type { Recipe } from "../autoencoder/recipes.ts";

/** A recipe as code to paste into `recipes.ts`. */
export function recipeCode({ name, ...rest }: Recipe): string {
  return `${name}: ${code({ name, ...rest }, "")},`;
}

function code(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => code(item, indent)).join(", ")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const lines = Object.entries(value).map(([name, inner]) =>
    `${deeper}${name}: ${code(inner, deeper)},\n`
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}${indent}}`;
}
