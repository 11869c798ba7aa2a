/** Which activation: the sigmoid or tanh. */
export type ActivationKind = "sigmoid" | "tanh";
