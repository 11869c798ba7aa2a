/** Throws if two entries (entry `i` stands on line `i + 1`) are of one user and one movie. */
export function refuseDuplicatePairs(
  user: Int32Array,
  movie: Int32Array,
  file: string,
) {
  // A hash table of entries (plus 1; 0 is free), at most half full.
  let slots = 16;
  while (slots < 2 * user.length) slots *= 2;
  const table = new Int32Array(slots);
  for (let entry = 0; entry < user.length; entry++) {
    let hash = Math.imul(user[entry], 0x9e3779b1) ^
      Math.imul(movie[entry], 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & (slots - 1);
    for (; table[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
      const earlier = table[slot] - 1;
      if (user[earlier] === user[entry] && movie[earlier] === movie[entry]) {
        throw new SyntaxError(
          `Cannot read ${file}, line ${
            entry + 1
          }, as a user rates a movie once: user ${user[entry]} rates movie ${
            movie[entry]
          } on line ${earlier + 1} and on line ${entry + 1}`,
        );
      }
    }
    table[slot] = entry + 1;
  }
}
