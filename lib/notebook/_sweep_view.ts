import { fitDefaults } from "../autoencoder/fit_options.ts";
import type { EpochLogs } from "../autoencoder/training_events.ts";
import type {
  SweepFailure,
  SweepRun,
  SweepSettings,
} from "../evaluation/sweep_events.ts";
import { figureImage } from "../plots/_figure_image.ts";
import { lossCurve, type LossCurveOptions } from "../plots/loss_curve.ts";
import { escapeHtml } from "./_html.ts";
import type { View } from "./_screen.ts";
import {
  lowestValidation,
  type RunState,
  sweepEndText,
  sweepProgressText,
  sweepShare,
} from "./_sweep_words.ts";

/** More lines than this nobody tells apart. */
const mostLines = 12;

/** What there is to see of one sweep. */
export class SweepView {
  readonly #runs: RunState[];
  readonly #chart: LossCurveOptions;

  constructor(
    settings: readonly SweepSettings[],
    { names, chart }: {
      readonly names: readonly string[];
      readonly chart: LossCurveOptions;
    },
  ) {
    this.#chart = chart;
    this.#runs = settings.map(({ fit }, run) => ({
      name: names[run],
      epochs: fit.epochs ?? fitDefaults.epochs,
      state: "waiting",
      trainLoss: [],
      validationLoss: [],
    }));
  }

  runBegan(run: number) {
    this.#runs[run].state = "training";
  }

  epochEnded(run: number, { trainLoss, validationLoss }: EpochLogs) {
    this.#runs[run].trainLoss.push(trainLoss);
    if (validationLoss !== undefined) {
      this.#runs[run].validationLoss.push(validationLoss);
    }
  }

  runEnded({ index, scores }: SweepRun) {
    this.#runs[index].state = "done";
    this.#runs[index].testLoss = scores?.meanUserRmse;
  }

  runFailed({ index, message }: SweepFailure) {
    this.#runs[index].state = "failed";
    this.#runs[index].message = message;
  }

  /** While it runs: a bar over all, a row a run, the losses so far. */
  running(seconds: number): View {
    const runs = this.#snapshot();
    const text = sweepProgressText(runs, seconds);
    const bar = `<progress aria-label="sweep" max="1" value="${
      sweepShare(runs).toFixed(4)
    }" style="width:100%;max-width:720px"></progress>`;
    const epochs = Math.max(...runs.map(({ epochs }) => epochs));
    const options = { ...this.#chart, epochs };
    return {
      text,
      // Inline, since an <img> that changes every second flickers.
      html: () =>
        `<div>${paragraph(text)}${bar}${rowsHtml(runs)}${
          curves(runs, options).outerHTML
        }</div>`,
    };
  }

  /** After it: how it ended, over all runs. */
  ended(stoppedBy: string | undefined): View {
    const runs = this.#snapshot();
    const text = sweepEndText(runs, stoppedBy);
    return {
      text,
      // As an <img>, which an untrusted notebook shows too.
      html: () =>
        `<div>${paragraph(text)}${rowsHtml(runs)}${
          figureImage(curves(runs, this.#chart))
        }</div>`,
    };
  }

  /** The runs as they are now: a view keeps what it was made of. */
  #snapshot(): RunState[] {
    return this.#runs.map((run) => ({
      ...run,
      trainLoss: [...run.trainLoss],
      validationLoss: [...run.validationLoss],
    }));
  }
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 4px">${escapeHtml(text)}</p>`;
}

/** The losses of all runs, or of those at work and the lowest. */
function curves(
  runs: readonly RunState[],
  options: LossCurveOptions,
): SVGSVGElement {
  const begun = runs.filter(({ trainLoss }) => trainLoss.length > 0);
  const rank = ({ state, trainLoss }: RunState) =>
    state === "training" ? -1 : trainLoss.at(-1)!;
  const best = begun.toSorted((a, b) => rank(a) - rank(b));
  const drawn = new Set(best.slice(0, mostLines));
  const subtitle = begun.length > mostLines
    ? { subtitle: `${mostLines} of ${begun.length} runs: the lowest` }
    : {};
  const histories = begun.filter((run) => drawn.has(run))
    .map((run) => [run.name, run] as const);
  return lossCurve(Object.fromEntries(histories), { ...subtitle, ...options });
}

/** A row a run: what it is, how far it is, what it came to. */
function rowsHtml(runs: readonly RunState[]): string {
  const validated = runs.some((run) => run.validationLoss.length > 0);
  const tested = runs.some((run) => run.testLoss !== undefined);
  const cell = (text: string) =>
    `<td style="text-align:right">${escapeHtml(text)}</td>`;
  const loss = (value: number | undefined) => cell(value?.toFixed(3) ?? "–");
  const rows = runs.map((run) =>
    `<tr><td style="text-align:left">${escapeHtml(run.name)}</td>${
      cell(
        run.state === "failed"
          ? "failed"
          : `${run.trainLoss.length} of ${run.epochs}`,
      )
    }${loss(run.trainLoss.at(-1))}${
      validated
        ? loss(run.validationLoss.at(-1)) + loss(lowestValidation(run))
        : ""
    }${tested ? loss(run.testLoss) : ""}</tr>`
  );
  const heads = [
    ...["epochs", "training loss"],
    ...validated ? ["validation loss", "its lowest"] : [],
    ...tested ? ["test loss"] : [],
  ].map((head) => `<th style="text-align:right">${head}</th>`);
  return `<table style="font-variant-numeric:tabular-nums;border-spacing:12px 2px"><thead><tr><th style="text-align:left">run</th>${
    heads.join("")
  }</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
