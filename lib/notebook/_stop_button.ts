/**
 * Turns presses of one button into signals: a press stops what is running, and
 * nothing that begins later.
 */
export class StopButton {
  #now = new AbortController();
  #presses = 0;

  /** How often the button was pressed. */
  get presses(): number {
    return this.#presses;
  }

  /** A fresh signal, aborted by the next press. */
  signal(): AbortSignal {
    return AbortSignal.any([this.#now.signal]);
  }

  /** Aborts every signal given out so far. */
  press() {
    this.#presses++;
    const running = this.#now;
    this.#now = new AbortController();
    running.abort(new DOMException("Stopped by ■", "AbortError"));
  }
}

/** The ■ button of the notebook. */
export const stopButton = new StopButton();
