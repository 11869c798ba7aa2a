import type { ReadyOptions } from "../autoencoder/ready.ts";
import type { EpochLogs } from "../autoencoder/training_events.ts";
import { RatingMatrix } from "../ratings/rating_matrix.ts";
import type { SweepRun, SweepSettings } from "./sweep_events.ts";

/** Ratings that can pass from thread to thread: typed arrays, 12 bytes a rating. */
export interface PackedRatings {
  readonly columns: ReturnType<RatingMatrix["toColumns"]>;
  readonly users: number;
  readonly movies: number;
  readonly rowsAre: RatingMatrix["rowsAre"];
}

/** The ratings of every run, once a worker. */
export interface StartMessage {
  readonly kind: "start";
  readonly ready: ReadyOptions;
  readonly train: PackedRatings;
  readonly test?: PackedRatings;
}

/** What a worker is told: first to start, then one run after the other. */
export type WorkerOrder =
  | { readonly kind: "wake" } // nothing to do: see spareWorkers
  | StartMessage
  | { readonly kind: "train"; readonly settings: SweepSettings };

/** What one run came to, in the worker that knows nothing of the others. */
export type TrainedRun = Pick<SweepRun, "history" | "scores" | "seconds">;

/** What a worker answers. */
export type WorkerReport =
  | { readonly kind: "started" }
  | { readonly kind: "epoch"; readonly logs: EpochLogs & { epoch: number } }
  | { readonly kind: "trained"; readonly run: TrainedRun }
  | { readonly kind: "failed"; readonly message: string };

/** Makes ratings ready to be sent. */
export function packRatings(ratings: RatingMatrix): PackedRatings {
  const { users, movies, rowsAre } = ratings;
  return { columns: ratings.toColumns(), users, movies, rowsAre };
}

/** The same ratings again, on the other side. */
export function unpackRatings(
  { columns, users, movies, rowsAre }: PackedRatings,
): RatingMatrix {
  const ratings = RatingMatrix.from(columns, { users, movies });
  return rowsAre === "users" ? ratings : ratings.transpose();
}
