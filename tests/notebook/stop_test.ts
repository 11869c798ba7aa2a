import assert from "node:assert/strict";
import { stopSignal } from "stacked-autoencoders/notebook";
import { StopButton } from "../../lib/notebook/_stop_button.ts";

Deno.test("stopSignal() is a fresh signal that nothing has aborted", () => {
  assert.equal(stopSignal().aborted, false);
  assert.notEqual(stopSignal(), stopSignal());
});

Deno.test("press() aborts every signal given out before it", () => {
  const button = new StopButton();
  const signals = [button.signal(), button.signal()];
  button.press();
  assert.deepEqual(signals.map(({ aborted }) => aborted), [true, true]);
  assert.equal(signals[0].reason.name, "AbortError");
  assert.equal(button.presses, 1);
});

Deno.test("press() leaves alone what begins after it", () => {
  const button = new StopButton();
  button.press(); // between two cells
  const later = button.signal();
  assert.equal(later.aborted, false);
  button.press();
  assert.equal(later.aborted, true);
});

Deno.test({
  name: "importing the notebook's module leaves Ctrl-C to the program",
  ignore: Deno.build.os === "windows",
  async fn() {
    const program = new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `import ${
          JSON.stringify(import.meta.resolve("../../lib/notebook/stop.ts"))
        };
         console.log("ready");
         setTimeout(() => {}, 60_000);`,
      ],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const output = program.stdout.getReader();
    const { value } = await output.read();
    assert.equal(new TextDecoder().decode(value).trim(), "ready");
    program.kill("SIGINT");
    const status = await program.status;
    await output.cancel();
    assert.equal(status.signal, "SIGINT");
  },
});
