import { fitDefaults } from "../autoencoder/fit_options.ts";
import type {
  SweepOutcome,
  SweepSettings,
} from "../evaluation/sweep_events.ts";
import { figureImage } from "../plots/_figure_image.ts";
import { lossCurve, type LossCurveOptions } from "../plots/loss_curve.ts";
import type { Losses } from "../plots/losses.ts";
import { escapeHtml } from "./_html.ts";
import type { View } from "./_screen.ts";
import { duration } from "./_training_words.ts";
import type { LiveSweepOptions } from "./live_sweep_options.ts";

/** What there is to see of one sweep. */
export class SweepView {
  readonly #names: readonly string[];
  readonly #losses: readonly number[][];
  readonly #epochs: readonly number[];
  readonly #chart: Omit<LossCurveOptions, "epochs">;
  #ended = 0;

  constructor(
    settings: readonly SweepSettings[],
    { name = (_, index) => `run ${index + 1}`, ...chart }: LiveSweepOptions,
  ) {
    this.#names = settings.map(name);
    this.#names.forEach((text, index) => {
      if (this.#names.indexOf(text) < index) {
        throw new RangeError(
          `Cannot show a sweep as each run must have a name of its own: current name of two is ${text}`,
        );
      }
    });
    this.#losses = settings.map(() => []);
    this.#epochs = settings.map(({ fit }) => fit.epochs ?? fitDefaults.epochs);
    this.#chart = chart;
  }

  epochEnded(run: number, trainLoss: number) {
    this.#losses[run].push(trainLoss);
  }

  runEnded() {
    this.#ended++;
  }

  /** While it runs: a progress bar over the losses so far. */
  running(seconds: number): View {
    const all = this.#epochs.reduce((sum, epochs) => sum + epochs, 0);
    const done = this.#losses.reduce((sum, { length }) => sum + length, 0);
    const parts = [`${this.#ended} of ${this.#names.length} runs`];
    if (done > 0) {
      const left = seconds / done * (all - done);
      parts.push(`${duration(seconds)} gone`, `about ${duration(left)} left`);
    }
    const text = parts.join(" · ");
    const losses = this.#histories();
    const bar =
      `<progress aria-label="sweep" max="${all}" value="${done}" style="width:100%;max-width:720px"></progress>`;
    return {
      text,
      // Inline, since an <img> that changes four times a second flickers.
      html: () =>
        `<div>${paragraph(text)}${bar}${this.#draw(losses).outerHTML}</div>`,
    };
  }

  /** After it: how it ended, over all losses. */
  ended({ runs, failures, stopped }: SweepOutcome, seconds: number): View {
    const count = `${runs.length} ${runs.length === 1 ? "run" : "runs"}`;
    const text = [
      `${stopped ? "stopped after " : ""}${count} in ${duration(seconds)}`,
      ...failures.map(({ index, message }) =>
        `${this.#names[index]} failed: ${message}`
      ),
    ].join(" · ");
    const losses = this.#histories();
    return {
      text,
      // As an <img>, which an untrusted notebook shows too.
      html: () =>
        `<div>${paragraph(text)}${figureImage(this.#draw(losses))}</div>`,
    };
  }

  /** The losses so far: a view keeps what it was made of. */
  #histories() {
    return Object.fromEntries(
      this.#names.map((name, run) =>
        [name, { trainLoss: [...this.#losses[run]] }] as const
      ),
    );
  }

  #draw(losses: Readonly<Record<string, Losses>>): SVGSVGElement {
    return lossCurve(losses, {
      ...this.#chart,
      epochs: Math.max(...this.#epochs),
    });
  }
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 4px">${escapeHtml(text)}</p>`;
}
