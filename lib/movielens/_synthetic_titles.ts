import type { Random } from "../random/random.ts";

const adjectives =
  ("Absent-Minded Borrowed Clockwork Crooked Diminishing Electric Embroidered Forgetful Gilded " +
    "Half-Painted Hesitant Improbable Invisible Knitted Left-Handed Lopsided Lukewarm Magnificent " +
    "Midnight Mispronounced Moonlit Nearsighted Overgrown Paper Patient Polite Quarrelsome Rented " +
    "Reluctant Second-Best Sleepless Talkative Tin Unpunctual Upholstered Velvet Whispering Wobbly")
    .split(" ");

const places =
  ("Aberwhistle|Bellagrotto|Cape Perhaps|Cinnamon Street|Driftwick|the Fifth Floor|Fjørdby|Grumbleton|" +
    "the Hotel Méringue|Lake Umbrella|the Lost Cloakroom|Mount Maybe|Nether Biscuit|Old Marzipan|" +
    "Port Teapot|São Nowhere|the Seventh Drawer|Upper Waffle|the Wrong Café|Zigzag Valley")
    .split("|");

/** What films of each genre are about. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  Action: ["Getaway", "Wheelbarrow Chase", "Deadline", "Stuntman"],
  Adventure: ["Compass", "Treasure Map", "Expedition", "Balloonist"],
  Animation: ["Crayon", "Paintbrush", "Talking Turnip", "Flip-Book"],
  "Children's": ["Hedgehog", "Rocking Horse", "Snowman", "Duckling"],
  Comedy: ["Butler", "Banana Skin", "Mother-in-Law", "Dentist"],
  Crime: ["Pickpocket", "Alibi", "Safecracker", "Fingerprint"],
  Documentary: ["History of Buttons", "Life of Moss", "Lighthouse", "Queue"],
  Drama: ["Inheritance", "Letter", "Cellist", "Sunday Lunch"],
  Fantasy: ["Dragon", "Wizard's Niece", "Enchanted Ladle", "Unicorn"],
  "Film-Noir": ["Trench Coat", "Cigarette Case", "Alley", "Venetian Blind"],
  Horror: ["Cellar", "Haunted Toaster", "Scarecrow", "Attic"],
  Musical: ["Accordion", "Chorus Line", "Tuba", "Encore"],
  Mystery: ["Locked Room", "Footprint", "Missing Spoon", "Stranger"],
  Romance: ["Rendezvous", "Bouquet", "Waltz", "Elopement"],
  "Sci-Fi": ["Robot", "Asteroid", "Time Machine", "Moon Base"],
  Thriller: ["Telephone Call", "Witness", "Night Train", "Briefcase"],
  War: ["Bugle", "Armistice", "Submarine", "Sentry"],
  Western: ["Saddle", "Tumbleweed", "Saloon Piano", "Deputy"],
};

const forms = [
  (it: Words) => `The ${it.adjective} ${it.subject}`,
  (it: Words) => `The ${it.subject} of ${it.place}`,
  (it: Words) => `The ${it.adjective} ${it.subject} of ${it.place}`,
  (it: Words) => `My ${it.adjective} ${it.subject}`,
  (it: Words) => `The ${it.subject} and the ${it.other}`,
  (it: Words) => `Return of the ${it.adjective} ${it.subject}`,
  (it: Words) => `Goodbye, ${it.adjective} ${it.subject}`,
];

interface Words {
  readonly adjective: string;
  readonly subject: string;
  readonly other: string;
  readonly place: string;
}

/**
 * Invents the title of a film: nobody is to take it for a real one.
 *
 * @param genres The film's genres; the first two give what it is about.
 */
export function inventTitle(
  genres: readonly string[],
  random: Random,
): string {
  const [first, second = first] = genres;
  const words = {
    adjective: pick(adjectives, random),
    subject: pick(subjects[first], random),
    other: pick(subjects[second], random),
    place: pick(places, random),
  };
  return pick(forms, random)(words);
}

/** One of a list, each as likely as the others. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[random.integer(list.length)];
}
