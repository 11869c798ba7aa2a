// The inner loops: four 32-bit floats at a time, the rest one by one. Sums run
// in a fixed order, so that every machine gets the same bits.

/** y ← y + a·x; shapes [n]. */
// @ts-ignore: decorator
@inline
export function addScaled(n: i32, a: f32, x: usize, y: usize): void {
  const a4 = f32x4.splat(a);
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4) {
    const at = <usize> i << 2;
    const product = f32x4.mul(a4, v128.load(x + at));
    v128.store(y + at, f32x4.add(v128.load(y + at), product));
  }
  for (; i < n; i++) {
    const at = <usize> i << 2;
    store<f32>(y + at, load<f32>(y + at) + a * load<f32>(x + at));
  }
}

/** Σ x·y; shapes [n]. */
// @ts-ignore: decorator
@inline
export function dot(n: i32, x: usize, y: usize): f32 {
  let sums = f32x4.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4) {
    const at = <usize> i << 2;
    sums = f32x4.add(sums, f32x4.mul(v128.load(x + at), v128.load(y + at)));
  }
  let sum = (f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1)) +
    (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
  for (; i < n; i++) {
    const at = <usize> i << 2;
    sum += load<f32>(x + at) * load<f32>(y + at);
  }
  return sum;
}
