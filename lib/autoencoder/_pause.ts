/**
 * How long training may hold the thread, in milliseconds; a batch more and it
 * is still about a tenth of a second. Each pause costs a timer's millisecond.
 */
const longestTurn = 80;

/**
 * Lets the rest of the program run (a stop button, a chart) once the turn has
 * lasted long enough by the clock. It never changes what is computed.
 */
export class Pause {
  #turnBegan = performance.now();

  /** Gives the thread away if it is time, else returns at once. */
  async ifDue() {
    if (performance.now() - this.#turnBegan < longestTurn) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#turnBegan = performance.now();
  }
}
