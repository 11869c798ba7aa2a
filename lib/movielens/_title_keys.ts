/** What "The" and its like are in the languages of MovieLens's titles. */
const articles =
  /^(.*), (the|a|an|le|la|les|l'|il|lo|el|los|las|der|die|das|den|det|un|une)$/i;

/** What a title is compared by, and the year that stands in it. */
export interface TitleKeys {
  /** The title, then what it says in brackets: another title of the film. */
  readonly keys: readonly string[];
  /** The year in brackets at its end. */
  readonly year?: number;
}

/**
 * Brings titles to a form in which case, accents, punctuation and the place of
 * the article make no difference: "Misérables, Les (1995)", "les miserables".
 */
export function titleKeys(title: string): TitleKeys {
  // A year ends the title, but for a few with something after it: "(1995) (V)".
  const [, text, year] = title.match(/^(.*)\((\d{4})\)\s*(?:\([^)]*\))?\s*$/) ??
    [, title];
  const [main, ...others] = text.split(/[()]/).map((part) => part.trim())
    .filter((part) => part !== "");
  return {
    keys: [main ?? title, ...others].map(plain),
    year: year === undefined ? undefined : Number(year),
  };
}

/** Small letters and digits only, single spaces, no article at the front. */
function plain(title: string): string {
  const [, name, article] = title.match(articles) ?? [, title];
  const text = (article === undefined ? name : `${article} ${name}`)
    .normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("&", " and ").replace(/['’.*]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return text.replace(/^(the|a|an) (?=.)/, "") || title.trim().toLowerCase();
}
