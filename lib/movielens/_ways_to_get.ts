import type { Release } from "./catalogue.ts";

/** What to do to have a release on this machine. */
export function waysToGet({ name }: Release): string[] {
  return [
    `fetch it: deno task data ${name}`,
    `take it from an archive: deno task data ${name} --from ${name}.zip`,
    `set MOVIELENS_DIR to the folder that holds ${name}/`,
  ];
}

/** A heading and a line for each item. */
export function list([heading, ...items]: readonly string[]): string {
  return [`${heading}:`, ...items.map((item) => `  - ${item}`)].join("\n");
}
