import assert from "node:assert/strict";
import fc from "fast-check";
import { difference } from "stacked-autoencoders/notebook";

Deno.test("difference() finds none between equal things, lists of any kind", () => {
  assert.equal(difference(3, 3), undefined);
  assert.equal(difference(new Float32Array([0.5, 2]), [0.5, 2]), undefined);
  assert.equal(
    difference({ a: [1, { b: "x" }] }, { a: [1, { b: "x" }] }),
    undefined,
  );
  assert.equal(difference(NaN, NaN), undefined);
  assert.equal(difference(Infinity, Infinity), undefined);
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    assert.equal(difference(structuredClone(value), value), undefined);
  }));
});

Deno.test("difference() allows a millionth by default: absolute to 1, relative above", () => {
  assert.equal(difference(0.5 + 9e-7, 0.5), undefined);
  assert.notEqual(difference(0.5 + 2e-6, 0.5), undefined);
  assert.equal(difference(100_000.05, 100_000), undefined);
  assert.notEqual(difference(100_000.2, 100_000), undefined);
  assert.equal(difference(0.94, 0.937, { tolerance: 0.005 }), undefined);
});

Deno.test("difference() says too small or too large, and never the right number", () => {
  assert.equal(difference(3, 4.25), "it is too small: 3");
  assert.equal(difference(5, 4.25), "it is too large: 5");
  assert.equal(difference(5, Infinity), "it is too small: 5");
  assert.equal(
    difference(0 / 0, 4.25),
    "it is NaN: something that is no number went into it",
  );
});

Deno.test("difference() says where in a list or an object it is", () => {
  assert.equal(
    difference([1, 2, 3], [1, 2, 4]),
    "at place 2 it is too small: 3",
  );
  assert.equal(difference([1], [1, 2]), "its length is 1, which is too short");
  assert.equal(
    difference({ user: [1, "b"] }, { user: [1, "c"] }),
    'its user: at place 1 it is "b"',
  );
  assert.equal(
    difference({}, { rmse: 1 }),
    "its rmse: it is nothing, but should be a number",
  );
});

Deno.test("difference() names the kinds when they differ", () => {
  assert.equal(difference("3", 3), "it is a text, but should be a number");
  assert.equal(difference([3], 3), "it is a list, but should be a number");
  assert.equal(
    difference(true, 1),
    "it is true or false, but should be a number",
  );
  assert.equal(
    difference(Promise.resolve(3), 3),
    "it is a promise (write await before it), but should be a number",
  );
});

Deno.test("difference() refuses a tolerance below 0", () => {
  assert.throws(
    () => difference(1, 1, { tolerance: -1 }),
    /tolerance.*at least 0/,
  );
});
