/** How training changes the weights: some rows at a time. */
export interface Stepper {
  /** How many rows {@linkcode step} takes at the most. */
  readonly rowsAtATime: number;
  /**
   * Learns from these rows.
   *
   * @returns The sum of the rows' losses (RMSEs, in stars, unless the run's loss is
   * another), each before its own update.
   */
  step(rows: Int32Array): number;
  /** Starts anew from the weights and summed gradients, with a new optimizer. */
  restart(): void;
  /** Brings the network's weights up to date. */
  sync(): void;
  /** Frees what it remembers. */
  dispose(): void;
}
