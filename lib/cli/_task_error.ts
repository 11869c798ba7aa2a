/** What a task refuses to do and why: shown as one message, without a stack. */
export class TaskError extends Error {
  override name = "TaskError";
  /** What the process ends with: 1, or 2 where the command line is at fault. */
  readonly exitStatus: 1 | 2;

  /**
   * @param message What cannot be done, why, and what to do about it.
   * @param options `exitStatus`: 1 (default), or 2 for a wrong command line.
   */
  constructor(
    message: string,
    options: ErrorOptions & { exitStatus?: 1 | 2 } = {},
  ) {
    super(message, options);
    this.exitStatus = options.exitStatus ?? 1;
  }
}
