import { type LossSeries, lowest, nameOf } from "./_loss_series.ts";

/** Three decimals: models differ in the third. */
export function stars(loss: number): string {
  return loss.toFixed(3);
}

/** What a loss curve shows, as its heading. */
export function findings(
  series: readonly LossSeries[],
): { readonly title: string; readonly subtitle?: string } {
  const begun = series.filter(({ losses }) => losses.length > 0);
  const training = begun.filter(({ kind }) => kind === "training");
  const validation = begun.filter(({ kind }) => kind === "validation");
  if (begun.length === 0) {
    return { title: "Training has not finished an epoch yet" };
  }
  if (training.length === 1 && validation.length < 2) {
    return {
      title: fall(training[0]),
      subtitle: validation.length === 0
        ? undefined
        : `Validation loss is lowest after ${low(validation[0])}`,
    };
  }
  // Of histories with both losses, or of validation losses alone.
  const [kind, compared] = validation.length >= training.length
    ? ["validation", validation]
    : ["training", training];
  const best = compared.reduce((a, b) =>
    lowest(b.losses).loss < lowest(a.losses).loss ? b : a
  );
  return { title: `Lowest ${kind} loss: ${best.of}, after ${low(best)}` };
}

/** The whole picture in words, for those who cannot see it. */
export function describe(
  series: readonly LossSeries[],
  references: Readonly<Record<string, number>>,
  { from, epochs }: { readonly from: number; readonly epochs: number },
): string {
  return [
    `Line chart of ${
      series.length > 0 && series.every(({ only }) => only) ? "validation " : ""
    }loss (mean per-user RMSE, in stars) against epoch, ${from} to ${epochs}.`,
    ...series.map((line) => `${nameOf(line)}: ${course(line)}.`),
    ...Object.entries(references).map(([label, loss]) =>
      `Horizontal rule at ${stars(loss)}: ${label}.`
    ),
  ].join(" ");
}

function fall({ of, losses }: LossSeries): string {
  const subject = of === "" ? "Training loss" : `Training loss of ${of}`;
  const [first, last] = [stars(losses[0]), stars(losses.at(-1)!)];
  if (losses.length === 1) return `${subject} is ${first} stars after 1 epoch`;
  if (first === last) {
    return `${subject} stays at ${first} stars over ${losses.length} epochs`;
  }
  const verb = Number(last) < Number(first) ? "falls" : "rises";
  return `${subject} ${verb} from ${first} to ${last} stars in ${losses.length} epochs`;
}

function low({ losses }: LossSeries): string {
  const { epoch, loss } = lowest(losses);
  return `epoch ${epoch}: ${stars(loss)} stars`;
}

function course({ losses }: LossSeries): string {
  if (losses.length === 0) return "no epoch yet";
  const [first, last] = [stars(losses[0]), stars(losses.at(-1)!)];
  if (losses.length === 1) return `${first} after epoch 1`;
  const { epoch, loss } = lowest(losses);
  return `${first} after epoch 1, ${last} after epoch ${losses.length}, ` +
    `lowest ${stars(loss)} after epoch ${epoch}`;
}
