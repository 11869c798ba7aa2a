import { SingleBar } from "cli-progress";
import process from "node:process";

/**
 * Shows on a terminal how long something has been running, until disposed;
 * elsewhere nothing.
 *
 * @param label What is running.
 */
export function showElapsed(label: string): Disposable {
  const bar = new SingleBar({
    format: `${label} … {duration_formatted}`,
    stream: process.stderr,
    fps: 2,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(1, 0);
  return { [Symbol.dispose]: () => bar.stop() };
}
