// Activations by a polynomial of our own: the browser's exp() and tanh() are
// compiled code whose last bits differ between machines.

/** eˣ, to about one part in 10⁷. Source: Cephes, expf. */
// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87));
  const k = f32x4.floor(
    f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504)), f32x4.splat(0.5)),
  );
  let r = f32x4.sub(x, f32x4.mul(k, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(k, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(
    f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r),
    f32x4.splat(1),
  );
  const power = i32x4.shl(
    i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)),
    23,
  );
  return f32x4.mul(p, power);
}

// @ts-ignore: decorator
@inline
function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp(f32x4.neg(x))));
}

/** tanh x; near 0, where a quotient would lose digits, by its series. */
// @ts-ignore: decorator
@inline
function tanh4(x: v128): v128 {
  const one = f32x4.splat(1);
  const e = exp(f32x4.mul(x, f32x4.splat(-2)));
  const quotient = f32x4.div(f32x4.sub(one, e), f32x4.add(one, e));
  const square = f32x4.mul(x, x);
  let series = f32x4.splat(-0.0539682540);
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(0.133333333));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(-0.333333333));
  series = f32x4.add(x, f32x4.mul(f32x4.mul(series, square), x));
  const near = f32x4.lt(f32x4.abs(x), f32x4.splat(0.25));
  return v128.bitselect(series, quotient, near);
}

// @ts-ignore: decorator
@inline
function activate4(kind: i32, x: v128): v128 {
  return kind == 0 ? sigmoid4(x) : tanh4(x);
}

/** out ← activation(x); shapes [n]; kind 0 is the sigmoid, 1 is tanh. */
export function activate(kind: i32, n: i32, x: usize, out: usize): void {
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4) {
    const at = <usize> i << 2;
    v128.store(out + at, activate4(kind, v128.load(x + at)));
  }
  for (; i < n; i++) {
    const at = <usize> i << 2;
    const value = activate4(kind, f32x4.splat(load<f32>(x + at)));
    store<f32>(out + at, f32x4.extract_lane(value, 0));
  }
}

/** The slope of the activation where its value is y: y(1 − y), or 1 − y². */
// @ts-ignore: decorator
@inline
function slope(kind: i32, y: f32): f32 {
  return kind == 0 ? y * (1 - y) : 1 - y * y;
}

/** dx ← dy · slope at y; shapes [n]. */
export function activationGradient(
  kind: i32,
  n: i32,
  y: usize,
  dy: usize,
  dx: usize,
): void {
  for (let i: i32 = 0; i < n; i++) {
    const at = <usize> i << 2;
    store<f32>(
      dx + at,
      load<f32>(dy + at) * slope(kind, load<f32>(y + at)),
    );
  }
}
