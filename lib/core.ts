export * from "./random/random.ts";
export * from "./random/shuffle.ts";
export * from "./ratings/rating_matrix.ts";
