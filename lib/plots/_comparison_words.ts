import type { ComparedRow } from "./_compared_rows.ts";

/** What a comparison shows, as its heading; rows from best to worst. */
export function comparisonTitle(rows: readonly ComparedRow[]): string {
  const [first, second] = rows;
  if (second === undefined) return `${first.name}: ${first.written}`;
  const best = rows.filter(({ best }) => best);
  const winners = best.length === 1
    ? `${first.name} is best: ${first.written}`
    : `${best.length} of ${rows.length} share the best value: ${first.written}`;
  const behind = rows.findIndex(({ highlighted, best }) =>
    highlighted && !best
  );
  if (behind > 0) {
    const { name, written } = rows[behind];
    const place = `place ${behind + 1} of ${rows.length}`;
    return `${winners}; ${name}: ${written}, ${place}`;
  }
  return best.length === 1
    ? `${winners}, then ${second.name}: ${second.written}`
    : winners;
}

/** The whole picture in words, for those who cannot see it. */
export function comparisonDescription(
  rows: readonly ComparedRow[],
  label: string,
): string {
  const values = rows.map(({ name, written }) => `${name} ${written}`);
  return `Comparison by ${label}. Best first: ${values.join("; ")}.`;
}
