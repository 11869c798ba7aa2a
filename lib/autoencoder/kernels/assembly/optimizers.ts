// Update rules in one pass over weights, gradients and memory. Weight decay is
// coupled: it is part of the gradient, as in PyTorch. All shapes [n]. Factors
// come as 64-bit floats: 1 − 0.999 in 32 bits is wrong in its fifth digit.

/** A vector at an address, or the one number there when the tail is reached. */
// @ts-ignore: decorator
@inline
function read(address: usize, whole: bool): v128 {
  return whole ? v128.load(address) : v128.load32_zero(address);
}

// Weight decay brings the weights of a movie that nobody rated down to numbers
// below 2⁻¹²⁶, which have no full digits, and there they stay. Some processors
// take fifty times as long for whatever is done with them. So two functions
// write 0 instead, where that changes nothing else.

/** All bits of a lane where its number is below 2⁻¹²⁶, or 0. */
// @ts-ignore: decorator
@inline
function isTiny(value: v128): v128 {
  const exponent = v128.and(value, i32x4.splat(0x7f800000));
  return i32x4.eq(exponent, i32x4.splat(0));
}

// @ts-ignore: decorator
@inline
function write(address: usize, value: v128, whole: bool): void {
  if (whole) v128.store(address, value);
  else v128.store32_lane(address, value, 0);
}

/** Keeps what the rule remembers; the root of what is tiny is far below ε. */
// @ts-ignore: decorator
@inline
function remember(address: usize, value: v128, whole: bool): void {
  write(address, v128.andnot(value, isTiny(value)), whole);
}

/** Keeps a weight; a tiny one that its step has not moved will never move. */
// @ts-ignore: decorator
@inline
function move(address: usize, from: v128, to: v128, whole: bool): void {
  const rests = v128.and(isTiny(to), i32x4.eq(from, to));
  write(address, v128.andnot(to, rests), whole);
}

/** The gradient with its weight decay: g + λ·w. */
// @ts-ignore: decorator
@inline
function decayed(weight: v128, gradient: v128, λ4: v128): v128 {
  return f32x4.add(gradient, f32x4.mul(λ4, weight));
}

// @ts-ignore: decorator
@inline
function sgdAt(
  at: usize,
  whole: bool,
  w: usize,
  g: usize,
  α4: v128,
  λ4: v128,
): void {
  const weight = read(w + at, whole);
  const gradient = decayed(weight, read(g + at, whole), λ4);
  move(w + at, weight, f32x4.sub(weight, f32x4.mul(α4, gradient)), whole);
}

/** w ← w − α·(g + λ·w) */
export function sgd(n: i32, w: usize, g: usize, α: f64, λ: f64): void {
  const α4 = f32x4.splat(<f32> α);
  const λ4 = f32x4.splat(<f32> λ);
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4) {
    sgdAt(<usize> i << 2, true, w, g, α4, λ4);
  }
  for (; i < n; i++) {
    sgdAt(<usize> i << 2, false, w, g, α4, λ4);
  }
}

// @ts-ignore: decorator
@inline
function momentumAt(
  at: usize,
  whole: bool,
  w: usize,
  g: usize,
  v: usize,
  α4: v128,
  λ4: v128,
  β4: v128,
  rest: v128,
): void {
  const weight = read(w + at, whole);
  const gradient = decayed(weight, read(g + at, whole), λ4);
  const mean = f32x4.add(
    f32x4.mul(β4, read(v + at, whole)),
    f32x4.mul(rest, gradient),
  );
  remember(v + at, mean, whole);
  move(w + at, weight, f32x4.sub(weight, f32x4.mul(α4, mean)), whole);
}

/** v ← β·v + (1 − β)·(g + λ·w),  w ← w − α·v */
export function momentum(
  n: i32,
  w: usize,
  g: usize,
  v: usize,
  α: f64,
  λ: f64,
  β: f64,
): void {
  const α4 = f32x4.splat(<f32> α);
  const λ4 = f32x4.splat(<f32> λ);
  const β4 = f32x4.splat(<f32> β);
  const rest = f32x4.splat(<f32> (1 - β));
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4) {
    momentumAt(<usize> i << 2, true, w, g, v, α4, λ4, β4, rest);
  }
  for (; i < n; i++) {
    momentumAt(<usize> i << 2, false, w, g, v, α4, λ4, β4, rest);
  }
}

// @ts-ignore: decorator
@inline
function rmsPropAt(
  at: usize,
  whole: bool,
  w: usize,
  g: usize,
  v: usize,
  α4: v128,
  λ4: v128,
  β4: v128,
  ε4: v128,
  rest: v128,
): void {
  const weight = read(w + at, whole);
  const gradient = decayed(weight, read(g + at, whole), λ4);
  const square = f32x4.add(
    f32x4.mul(β4, read(v + at, whole)),
    f32x4.mul(rest, f32x4.mul(gradient, gradient)),
  );
  remember(v + at, square, whole);
  const step = f32x4.div(
    f32x4.mul(α4, gradient),
    f32x4.add(f32x4.sqrt(square), ε4),
  );
  move(w + at, weight, f32x4.sub(weight, step), whole);
}

/** v ← β·v + (1 − β)·(g + λ·w)²,  w ← w − α·(g + λ·w) / (√v + ε) */
export function rmsProp(
  n: i32,
  w: usize,
  g: usize,
  v: usize,
  α: f64,
  λ: f64,
  β: f64,
  ε: f64,
): void {
  const α4 = f32x4.splat(<f32> α);
  const λ4 = f32x4.splat(<f32> λ);
  const β4 = f32x4.splat(<f32> β);
  const ε4 = f32x4.splat(<f32> ε);
  const rest = f32x4.splat(<f32> (1 - β));
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4) {
    rmsPropAt(<usize> i << 2, true, w, g, v, α4, λ4, β4, ε4, rest);
  }
  for (; i < n; i++) {
    rmsPropAt(<usize> i << 2, false, w, g, v, α4, λ4, β4, ε4, rest);
  }
}

// @ts-ignore: decorator
@inline
function adamAt(
  at: usize,
  whole: bool,
  w: usize,
  g: usize,
  m: usize,
  v: usize,
  α4: v128,
  λ4: v128,
  β14: v128,
  β24: v128,
  rest1: v128,
  rest2: v128,
  ε4: v128,
  c24: v128,
): void {
  const weight = read(w + at, whole);
  const gradient = decayed(weight, read(g + at, whole), λ4);
  const mean = f32x4.add(
    f32x4.mul(β14, read(m + at, whole)),
    f32x4.mul(rest1, gradient),
  );
  const square = f32x4.add(
    f32x4.mul(β24, read(v + at, whole)),
    f32x4.mul(rest2, f32x4.mul(gradient, gradient)),
  );
  remember(m + at, mean, whole);
  remember(v + at, square, whole);
  const root = f32x4.add(f32x4.sqrt(f32x4.mul(square, c24)), ε4);
  const step = f32x4.div(f32x4.mul(α4, mean), root);
  move(w + at, weight, f32x4.sub(weight, step), whole);
}

/**
 * m ← β₁·m + (1 − β₁)·(g + λ·w),  v ← β₂·v + (1 − β₂)·(g + λ·w)²,
 * w ← w − α/c₁·m / (√(v/c₂) + ε),  where cᵢ = 1 − βᵢᵗ
 */
export function adam(
  n: i32,
  w: usize,
  g: usize,
  m: usize,
  v: usize,
  α: f64,
  λ: f64,
  β1: f64,
  β2: f64,
  ε: f64,
  c1: f64,
  c2: f64,
): void {
  const α4 = f32x4.splat(<f32> (α / c1));
  const λ4 = f32x4.splat(<f32> λ);
  const β14 = f32x4.splat(<f32> β1);
  const β24 = f32x4.splat(<f32> β2);
  const rest1 = f32x4.splat(<f32> (1 - β1));
  const rest2 = f32x4.splat(<f32> (1 - β2));
  const ε4 = f32x4.splat(<f32> ε);
  const c24 = f32x4.splat(<f32> (1 / c2));
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4) {
    adamAt(
      <usize> i << 2,
      true,
      w,
      g,
      m,
      v,
      α4,
      λ4,
      β14,
      β24,
      rest1,
      rest2,
      ε4,
      c24,
    );
  }
  for (; i < n; i++) {
    adamAt(
      <usize> i << 2,
      false,
      w,
      g,
      m,
      v,
      α4,
      λ4,
      β14,
      β24,
      rest1,
      rest2,
      ε4,
      c24,
    );
  }
}
