import type {
  BatchLogs,
  EpochLogs,
  TrainingHistory,
} from "../autoencoder/training_events.ts";
import { lossCurve, type LossCurveOptions } from "../plots/loss_curve.ts";
import { figureImage } from "../plots/_figure_image.ts";
import { escapeHtml } from "./_html.ts";
import type { View } from "./_screen.ts";
import { endText, progressText } from "./_training_words.ts";

/** What there is to see of one training run. */
export class TrainingView {
  readonly #epochs: number;
  readonly #chart: LossCurveOptions;
  readonly #trainLoss: number[] = [];
  readonly #validationLoss: number[] = [];
  #done = 0;
  #seconds = 0;

  constructor(epochs: number, chart: LossCurveOptions) {
    this.#epochs = epochs;
    this.#chart = chart;
  }

  /** Seconds since training began, at the last event. */
  get seconds(): number {
    return this.#seconds;
  }

  batchEnded(batch: number, { epoch, batches, seconds }: BatchLogs) {
    this.#done = epoch + (batch + 1) / batches;
    this.#seconds = seconds;
  }

  epochEnded(epoch: number, { trainLoss, validationLoss, seconds }: EpochLogs) {
    this.#done = epoch + 1;
    this.#seconds = seconds;
    this.#trainLoss.push(trainLoss);
    if (validationLoss !== undefined) this.#validationLoss.push(validationLoss);
  }

  /** While it runs: a progress bar over the losses so far. */
  running(): View {
    const done = this.#done;
    const losses = {
      trainLoss: [...this.#trainLoss], // a view keeps what it was made of
      validationLoss: [...this.#validationLoss],
    };
    const text = progressText({
      epochs: this.#epochs,
      done,
      seconds: this.#seconds,
      losses: this.#trainLoss.length === 0 ? undefined : {
        trainLoss: this.#trainLoss.at(-1)!,
        validationLoss: this.#validationLoss.at(-1),
      },
    });
    const bar = `<progress aria-label="training" max="${this.#epochs}" value="${
      done.toFixed(3)
    }" style="width:100%;max-width:720px"></progress>`;
    return {
      text,
      // Inline, since an <img> that changes four times a second flickers.
      html: () => {
        const svg = lossCurve(losses, { ...this.#chart, epochs: this.#epochs });
        return `<div>${paragraph(text)}${bar}${svg.outerHTML}</div>`;
      },
    };
  }

  /** After it: how it ended, over all losses. */
  ended(
    history: TrainingHistory,
    options: { readonly byButton: boolean },
  ): View {
    const text = endText(history, options);
    return {
      text,
      // As an <img>, since JupyterLab takes an inline SVG out of the HTML of a
      // notebook that it does not trust: one that somebody else has run.
      html: () =>
        `<div>${paragraph(text)}${
          figureImage(lossCurve(history, this.#chart))
        }</div>`,
    };
  }
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 4px">${escapeHtml(text)}</p>`;
}
