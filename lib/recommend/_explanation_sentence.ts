import { clipToScale, type StarScale } from "../ratings/star_scale.ts";
import type { Explanation, Reason } from "./explanation.ts";

/** The most reasons that a sentence names on either side. */
const named = 2;

/** "Jaws (1975): 4.2 stars, mostly because you gave Alien (1979) 5 stars (+0.12)." */
export function explanationSentence(
  { movie, score, reasons }: Omit<Explanation, "sentence">,
  { titles, scale }: { titles?: readonly string[]; scale?: StarScale },
): string {
  const title = (column: number) => titles?.[column] ?? `movie ${column}`;
  const strongest = Math.abs(reasons[0].effect);
  // A reason a tenth as strong as the strongest is no reason to mention.
  const worth = reasons.filter(({ effect }) =>
    effect !== 0 && Math.abs(effect) >= strongest / 10
  );
  const list = (side: Reason[]) =>
    side.slice(0, named).map((reason) =>
      `${title(reason.movie)} ${starsText(reason.stars)} (${
        signed(reason.effect)
      })`
    ).join(" and ");
  const up = list(worth.filter(({ effect }) => effect > 0));
  const down = list(worth.filter(({ effect }) => effect < 0));
  const said = scale
    ? `${title(movie)}: ${clipToScale([score], scale)[0].toFixed(1)} stars`
    : title(movie);
  if (!up && !down) return `${said}, and none of your ratings moved it.`;
  if (!up) return `${said}, although you gave ${down}.`;
  return `${said}, mostly because you gave ${up}${
    down && `; you also gave ${down}`
  }.`;
}

function starsText(stars: number): string {
  return stars === 1 ? "1 star" : `${stars} stars`;
}

function signed(effect: number): string {
  return `${effect < 0 ? "−" : "+"}${Math.abs(effect).toFixed(2)}`;
}
