import assert from "node:assert/strict";
import fc from "fast-check";
import { check, jupyterDisplay, yourTurn } from "stacked-autoencoders/notebook";

const expected = 1_586_126;
const hint = "One cell for each user and each movie.";

Deno.test("check() asks for an answer, without the hint, when there is none yet", () => {
  const answer = yourTurn<number>();
  const cells = check("cells", () => answer, { expected, hint });
  assert.equal(cells.passed, false);
  assert.match(
    String(cells),
    /^○ cells: no answer yet\. Write it in the place/,
  );
  assert.doesNotMatch(String(cells), /1586126|One cell/);
});

Deno.test("check() says that an answer is right, also a little rounded", () => {
  const right = check("cells", () => 943 * 1682, { expected, hint });
  assert.equal(right.passed, true);
  assert.equal(String(right), "✓ cells is right.");
  assert.ok(
    check("share", () => 0.063, { expected: 0.06305, tolerance: 1e-3 }).passed,
  );
  assert.ok(!check("share", () => 0.063, { expected: 0.06305 }).passed);
});

Deno.test("check() says what is wrong and gives the hint, and never the answer", () => {
  const wrong = check("cells", () => 943 + 1682, { expected, hint });
  assert.equal(
    String(wrong),
    `✗ cells is not right yet: it is too small: 2625. ${hint}`,
  );
  assert.doesNotMatch(String(wrong), /1586126/);
});

Deno.test("check() tells of an error in the student's code instead of throwing it", () => {
  const thrown = check("mean", () => {
    throw new RangeError("no such row");
  }, { expected: 3 });
  assert.equal(
    String(thrown),
    "✗ mean is not right yet: the code stopped with RangeError: no such row.",
  );
  // A cell that was never run leaves its const without a value
  const early = check("late", () => late, { expected: 3 });
  const late = 3;
  assert.match(String(early), /the code stopped with ReferenceError/);
  const inside = check("mean", () => (): number => {
    throw "a string";
  }, { wrong: (mean) => mean() > 0 ? undefined : "not above 0" });
  assert.match(String(inside), /the code stopped with a string\./);
});

Deno.test("check() asks a function of the author's what is wrong, before it compares", () => {
  const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0);
  const meanCheck = check("mean", () => mean, {
    wrong: (mean) =>
      mean([1, 3]) === 2 ? undefined : "the mean of 1 and 3 should be 2.",
  });
  assert.equal(
    String(meanCheck),
    "✗ mean is not right yet: the mean of 1 and 3 should be 2.",
  );
  assert.equal(
    String(meanCheck.solution((list) => mean(list) / list.length)),
    "✓ mean: the check agrees.",
  );
});

Deno.test("check() says how far a right answer got when told to, and no wrong one", () => {
  const options = {
    wrong: (list: number[]) => list.length < 2 ? "it is too short" : undefined,
    right: (list: number[]) => `It has ${list.length} numbers.`,
  };
  const longCheck = check("list", () => [1, 2, 3], options);
  assert.equal(String(longCheck), "✓ list is right. It has 3 numbers.");
  assert.equal(
    String(longCheck.solution([1, 2])),
    "✓ list: the check agrees. It has 2 numbers.",
  );
  assert.equal(
    String(check("list", () => [1], options)),
    "✗ list is not right yet: it is too short.",
  );
});

Deno.test("check() tells of an error that comes only when an answer is praised", () => {
  let calls = 0;
  const once = () => {
    calls++;
    if (calls > 1) throw new RangeError("worn out");
    return 3;
  };
  const onceCheck = check("once", () => once, {
    wrong: (once) => once() === 3 ? undefined : "not 3",
    right: (once) => `It gives ${once()}.`,
  });
  assert.equal(onceCheck.passed, false);
  assert.match(String(onceCheck), /the code stopped with RangeError: worn out/);
});

Deno.test("check() names an await that is missing", () => {
  const scores = check<unknown>("scores", () => Promise.resolve(3), {
    expected: 3,
  });
  assert.match(String(scores), /promise; write await/);
});

Deno.test("check().solution() throws when the solution is wrong or missing", () => {
  const cells = check("cells", () => yourTurn<number>(), { expected });
  assert.equal(String(cells.solution(expected)), "✓ cells is 1586126.");
  assert.throws(() => cells.solution(7), {
    name: "Error",
    message:
      "Cannot accept the solution as cells must pass its own check: it is too small: 7",
  });
  assert.throws(
    () => cells.solution(undefined as unknown as number),
    /there is none/,
  );
});

Deno.test("check().solution() shows a fraction with four digits", () => {
  const share = check("share", () => yourTurn<number>(), { expected: 1 / 16 });
  assert.equal(
    String(share.solution(0.0625000001)),
    "✓ share is 0.0625.",
  );
  const third = check("third", () => yourTurn<number>(), { expected: 1 / 3 });
  assert.equal(String(third.solution(1 / 3)), "✓ third is 0.3333.");
});

Deno.test("check() refuses to be written without saying what is right", () => {
  assert.throws(() => check("cells", () => 3, {}), {
    name: "TypeError",
    message: /^Cannot check cells as expected or wrong must say what is right/,
  });
  const misspelt = { expectd: 3 } as unknown as { expected: number };
  assert.throws(() => check("cells", () => 3, misspelt), /expectd/);
});

Deno.test("check() shows text as text, not as HTML", async () => {
  const bundle = await check("tag", () => "<b>", { expected: "<i>" })
    [jupyterDisplay]();
  assert.match(bundle["text/html"], /&lt;b&gt;/);
  assert.equal(bundle["text/plain"], '✗ tag is not right yet: it is "<b>".');
});

Deno.test("check() never throws, whatever the answer is", () => {
  fc.assert(fc.property(
    fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withTypedArray: true,
    }),
    fc.anything(),
    (answer, expected) => {
      fc.pre(expected !== undefined);
      assert.ok(
        String(check<unknown>("it", () => answer, { expected })).length > 0,
      );
    },
  ));
});
