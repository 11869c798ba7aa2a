import { isDeepStrictEqual } from "node:util";
import { codeCells, type Notebook, type Output } from "./_notebook_file.ts";

/** One place where a run did not show what the notebook shows. */
export interface OutputDifference {
  /** The cell's number. */
  readonly cell: number;
  /** What differs: `output 1, text/html`, or how many outputs there are. */
  readonly what: string;
  /** What the notebook shows. */
  readonly committed: string;
  /** What the run showed. */
  readonly rerun: string;
}

/**
 * Where the outputs of a notebook and of a run of it differ, cell by cell and
 * form by form: printed text, HTML, pictures, their metadata and their number.
 *
 * They must be the same to the letter but for one thing, which depends on the
 * machine and not on the run: where MovieLens was found, in the line that
 * `loadMovieLens` prints. A time in seconds is no such thing: a cell that shows
 * one differs.
 *
 * @param committed The notebook as it is committed, tidied.
 * @param rerun The same notebook after a run, tidied.
 */
export function outputDifferences(
  committed: Notebook,
  rerun: Notebook,
): OutputDifference[] {
  const after = codeCells(rerun);
  return codeCells(committed).flatMap((cell, at) => {
    const found = cellDifferences(
      cell.outputs ?? [],
      after[at]?.outputs ?? [],
    );
    return found.map((one) => ({ cell: cell.number, ...one }));
  });
}

type Difference = Omit<OutputDifference, "cell">;

function cellDifferences(
  committed: readonly Output[],
  rerun: readonly Output[],
): Difference[] {
  if (committed.length !== rerun.length) {
    return [{
      what: `${committed.length} outputs or ${rerun.length}`,
      committed: committed.map(briefly).join("\n"),
      rerun: rerun.map(briefly).join("\n"),
    }];
  }
  return committed.flatMap((output, at) => {
    const [ours, theirs] = [parts(output), parts(rerun[at])];
    // One form is enough to tell: the first, which is the easiest to read.
    const form = [...new Set([...ours.keys(), ...theirs.keys()])]
      .find((form) => !isDeepStrictEqual(ours.get(form), theirs.get(form)));
    if (form === undefined) return [];
    return [{
      what: `output ${at + 1}, ${form}`,
      committed: ours.get(form) ?? "(nothing)",
      rerun: theirs.get(form) ?? "(nothing)",
    }];
  });
}

/** All that an output says, by form, the easiest to read first. */
function parts(output: Output): Map<string, string> {
  const { text, data = {}, execution_count: _counted, ...rest } = output;
  const forms = ["text/plain", "image/svg+xml", "text/html"];
  const rank = (form: string) => {
    const at = forms.indexOf(form);
    return at < 0 ? forms.length : at;
  };
  return new Map([
    ...text === undefined ? [] : [["text", withoutOrigin(text)] as const],
    ...Object.entries(data)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([form, value]) => [form, asText(value)] as const),
    ["kind", JSON.stringify(rest)],
  ]);
}

function asText(value: unknown): string {
  return typeof value === "string"
    ? withPictures(value)
    : JSON.stringify(value, null, 1);
}

/** The line that `loadMovieLens` prints, up to where the ratings came from. */
const LOADED =
  /^(MovieLens [^:\n]+: [\d ]+ ratings by [\d ]+ users of [\d ]+ movies), (?:from (?:MOVIELENS_DIR|data\/|the folder given as dir)|downloaded from GroupLens into data\/)$/gm;

/** The rule for what may differ between machines: see {@linkcode outputDifferences}. */
function withoutOrigin(text: string): string {
  return text.replace(LOADED, "$1");
}

/** HTML with its pictures as text, which says more than base64; hides nothing. */
function withPictures(html: string): string {
  return html.replace(
    /data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/g,
    (_whole, base64: string) =>
      new TextDecoder().decode(Uint8Array.fromBase64(base64)),
  );
}

/** An output in a line. */
function briefly({ output_type, name, text, data }: Output): string {
  const said = text ?? data?.["text/plain"] ?? Object.keys(data ?? {}).join();
  return `${name ?? output_type}: ${String(said).split("\n")[0]}`;
}
