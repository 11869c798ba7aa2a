export * from "./random/random.ts";
export * from "./random/shuffle.ts";
export * from "./ratings/rating_matrix.ts";
export * from "./autoencoder/default_signal.ts";
export * from "./autoencoder/training_events.ts";
