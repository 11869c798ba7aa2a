import * as tf from "@tensorflow/tfjs";
import { Cholesky } from "./_cholesky.ts";

/** Matrices up to this size are inverted by hand, larger ones by quarters. */
const small = 64;

/**
 * The inverse of a symmetric positive definite matrix, by quarters, so that
 * nearly all of the work is tfjs's matrix product: 1682 × 1682 take about a
 * second. With S = D − Bᵀ·A⁻¹·B, the Schur complement of A,
 *
 * [ A  B ]⁻¹   [ A⁻¹ + T·S⁻¹·Tᵀ   −T·S⁻¹ ]
 * [ Bᵀ D ]   = [ −S⁻¹·Tᵀ           S⁻¹   ],  T = A⁻¹·B
 *
 * Source: Golub and Van Loan 2013, "Matrix Computations", section 3.2.11.
 *
 * @param matrix Shape [n, n].
 * @returns Shape [n, n]; the caller's to dispose.
 * @throws {RangeError} If it is not positive definite.
 */
export function inverse(matrix: tf.Tensor2D): tf.Tensor2D {
  const [n] = matrix.shape;
  if (n <= small) return inverseOfSmall(matrix);
  return tf.tidy(() => {
    const [first, second] = [n >> 1, n - (n >> 1)];
    const a = tf.slice(matrix, [0, 0], [first, first]);
    const b = tf.slice(matrix, [0, first], [first, second]);
    const d = tf.slice(matrix, [first, first], [second, second]);
    const aInverse = inverse(a);
    const t = tf.matMul(aInverse, b); // [first, second]
    // Transposed first: told to transpose by itself, tfjs's product is slow.
    const s = tf.sub<tf.Tensor2D>(d, tf.matMul(tf.transpose(b), t));
    const sInverse = inverse(s);
    const right = tf.neg<tf.Tensor2D>(tf.matMul(t, sInverse)); // [first, second]
    const left = tf.sub<tf.Tensor2D>(
      aInverse,
      tf.matMul(right, tf.transpose(t)),
    );
    return tf.concat([
      tf.concat([left, right], 1),
      tf.concat([tf.transpose<tf.Tensor2D>(right), sInverse], 1),
    ], 0);
  });
}

function inverseOfSmall(matrix: tf.Tensor2D): tf.Tensor2D {
  const [n] = matrix.shape;
  const values = matrix.dataSync<"float32">();
  const lines = Array.from(
    { length: n },
    (_, i) => values.subarray(i * n, (i + 1) * n),
  );
  const factored = new Cholesky(lines);
  const found = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    const unit = new Float64Array(n);
    unit[i] = 1;
    found.set(factored.solve(unit), i * n); // symmetric: a line is a column
  }
  return tf.tensor2d(found, [n, n]);
}
