import { Films } from "stacked-autoencoders";
import { readTiny } from "./_tiny_release.ts";

/** Titles as MovieLens 100K writes them, with its oddities; ids from 1. */
const shelf = [
  "Star Wars (1977)",
  "Godfather, The (1972)",
  "Godfather: Part II, The (1974)",
  "Misérables, Les (1995)",
  "Seven (Se7en) (1995)",
  "Sabrina (1995)",
  "Sabrina (1954)",
  "Chasing Amy (1997)",
  "Chasing Amy (1997)",
  "L.A. Confidential (1997)",
  "Dr. Strangelove & Co (1963)",
  "Land Before Time III (1995) (V)",
  "187 (1997)",
  "unknown",
];

/** A few films, told apart as those of MovieLens are. */
export async function filmShelf(): Promise<Films> {
  const lines = shelf.map((title, at) => {
    const [comedy, drama] = at % 2 === 0 ? [1, 0] : [0, 1];
    return `${at + 1}|${title}|01-Jan-1995||x|0|${comedy}|${drama}`;
  });
  return new Films(await readTiny({ "u.item": `${lines.join("\n")}\n` }));
}
