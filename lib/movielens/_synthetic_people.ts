import type { Random } from "../random/random.ts";
import { pick } from "./_synthetic_titles.ts";

/** An invented user. */
export interface SyntheticPerson {
  readonly age: number;
  readonly gender: "F" | "M";
  readonly occupation: string;
  readonly zip: string;
  /** How far above the mean of all users this one rates, in stars. */
  readonly bias: number;
  /** How much each axis of taste matters, and which end is liked; shape [axes]. */
  readonly taste: readonly number[];
}

/** The occupations of MovieLens, in the order of its file. */
export const occupationNames = [
  ...["administrator", "artist", "doctor", "educator", "engineer"],
  ...["entertainment", "executive", "healthcare", "homemaker", "lawyer"],
  ...["librarian", "marketing", "none", "other", "programmer", "retired"],
  ...["salesman", "scientist", "student", "technician", "writer"],
];

/** Letters of postal codes outside the United States. */
const letters = [..."ABCEGHJKLMNPRSTVXY"];

/** Invents users: more men than women, many students, most under 40. */
export function inventPeople(
  count: number,
  random: Random,
): SyntheticPerson[] {
  return Array.from({ length: count }, () => {
    const gender = random.uniform() < 0.29 ? "F" : "M";
    const youth = random.uniform();
    const student = random.uniform() < 0.2;
    const age = student
      ? 15 + random.integer(14)
      : 20 + Math.floor(53 * youth * youth);
    const occupation = student
      ? "student"
      : age >= 62
      ? "retired"
      : pick(occupationNames, random);
    return {
      age,
      gender,
      occupation,
      zip: zipCode(random),
      bias: 0.35 * random.normal(),
      // Thrills for the young, more cheerful films for women: a little, and
      // with far more difference within the groups than between them.
      taste: [
        (36 - age) / 60 + random.normal(),
        (gender === "F" ? 0.2 : -0.1) + random.normal(),
      ],
    };
  });
}

function zipCode(random: Random): string {
  const digits = String(random.integer(100_000)).padStart(5, "0");
  if (random.uniform() >= 0.02) return digits;
  const [a, b, c] = [0, 1, 2].map(() => pick(letters, random));
  return `${a}${digits[0]}${b}${digits[1]}${c}`;
}
