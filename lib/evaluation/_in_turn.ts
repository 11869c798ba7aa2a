/**
 * Calls listeners one at a time, in the order in which they are told. The first
 * that throws is the last that is called.
 */
export class InTurn {
  #last: Promise<void> = Promise.resolve();
  readonly #onError: () => void;

  /** @param onError Called when a listener has thrown: nobody listens any more. */
  constructor(onError: () => void) {
    this.#onError = onError;
  }

  /** Puts a call in the queue. */
  tell(call: () => void | Promise<void>) {
    this.#last = this.#last.then(call);
    this.#last.catch(this.#onError);
  }

  /** Waits for all calls so far; throws what a listener threw. */
  async done(): Promise<void> {
    await this.#last;
  }
}
