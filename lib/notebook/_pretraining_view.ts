import type { PretrainEpochLogs } from "../autoencoder/training_events.ts";
import { escapeHtml } from "./_html.ts";
import type { View } from "./_screen.ts";
import { pretrainText } from "./_training_words.ts";

/** Pretraining while it runs: a progress bar over all pairs under a line of text. */
export function pretrainingView(
  epochsDone: number,
  logs: Omit<PretrainEpochLogs, "seconds">,
): View {
  const { pair, pairs, epochs } = logs;
  const text = pretrainText(epochsDone, logs);
  const value = (pair - 1) * epochs + epochsDone;
  return {
    text,
    html: () =>
      `<div><p style="margin:0 0 4px">${escapeHtml(text)}</p>` +
      `<progress aria-label="pretraining" max="${
        pairs * epochs
      }" value="${value}" style="width:100%;max-width:720px"></progress></div>`,
  };
}
