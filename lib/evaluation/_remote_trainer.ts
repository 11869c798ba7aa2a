import type { EpochLogs } from "../autoencoder/training_events.ts";
import type {
  StartMessage,
  TrainedRun,
  WorkerOrder,
  WorkerReport,
} from "./_sweep_messages.ts";
import type { CreateWorker } from "./default_worker.ts";
import type { SweepSettings } from "./sweep_events.ts";

/** How a {@linkcode RemoteTrainer} starts. */
export interface RemoteTrainerOptions {
  readonly create: CreateWorker;
  /** Ends the worker, whatever it does. */
  readonly signal: AbortSignal;
  /** How long a worker may take to start, in seconds. */
  readonly patience: number;
}

type Answer = Exclude<WorkerReport, { kind: "epoch" }>;

/** A worker that trains one run at a time, seen from the main thread. */
export class RemoteTrainer {
  readonly #worker: Worker;
  #alive = true;
  #onEpoch?: (logs: EpochLogs & { epoch: number }) => void;
  #settle?: { resolve(answer: Answer): void; reject(error: Error): void };

  private constructor({ create, signal }: RemoteTrainerOptions) {
    this.#worker = create();
    this.#worker.addEventListener(
      "message",
      ({ data }: MessageEvent<WorkerReport>) => {
        if (data.kind === "epoch") this.#onEpoch?.(data.logs);
        else this.#settle?.resolve(data);
      },
    );
    // Without preventDefault, Deno would end the whole program too.
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(`its worker died: ${event.message}`);
    });
    this.#worker.addEventListener(
      "messageerror",
      () => this.#fail("its worker's answer could not be read"),
    );
    signal.addEventListener("abort", () => this.#fail("it was stopped"), {
      once: true,
    });
  }

  /** Starts a worker, which gets the ratings and tfjs ready. */
  static async start(
    message: StartMessage,
    options: RemoteTrainerOptions,
  ): Promise<RemoteTrainer> {
    const trainer = new RemoteTrainer(options);
    const { patience } = options;
    const timer = setTimeout(
      () => trainer.#fail(`its worker did not start within ${patience} s`),
      1000 * patience,
    );
    try {
      await trainer.#ask(message);
      return trainer;
    } catch (error) {
      trainer.end();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether the worker can take up another run. */
  get alive(): boolean {
    return this.#alive;
  }

  /**
   * Trains a run in the worker.
   *
   * @throws {Error} If training fails there, or the worker dies.
   */
  async train(
    settings: SweepSettings,
    onEpoch: (logs: EpochLogs & { epoch: number }) => void,
  ): Promise<TrainedRun> {
    this.#onEpoch = onEpoch;
    const answer = await this.#ask({ kind: "train", settings });
    if (answer.kind !== "trained") {
      throw new Error(`Cannot use a worker's answer: it is ${answer.kind}`);
    }
    return answer.run;
  }

  /** Ends the worker at once. */
  end() {
    this.#alive = false;
    this.#onEpoch = undefined;
    this.#worker.terminate();
  }

  #fail(why: string) {
    if (!this.#alive) return;
    this.end();
    this.#settle?.reject(new Error(`Cannot train this run as ${why}`));
  }

  async #ask(order: WorkerOrder): Promise<Answer> {
    const answer = await new Promise<Answer>((resolve, reject) => {
      if (!this.#alive) throw new Error("Cannot train as the worker has ended");
      this.#settle = { resolve, reject };
      this.#worker.postMessage(order);
    });
    if (answer.kind === "failed") throw new Error(answer.message);
    return answer;
  }
}
