export { activate, activationGradient } from "./activations";
export { adam, momentum, rmsProp, sgd } from "./optimizers";
export {
  observedErrors,
  observedGradients,
  sparseMatMul,
  sparseMatMulGradient,
} from "./sparse";
export { rowSteps } from "./steps";
