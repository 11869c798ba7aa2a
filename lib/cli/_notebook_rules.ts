import {
  type CodeCell,
  codeCells,
  hasTag,
  type Notebook,
  type Output,
} from "./_notebook_file.ts";
import { privacyFaults } from "./_privacy_faults.ts";

/** The most lines of code in a cell; blank, comment and import lines are free. */
const MOST_LINES = 15;

/** The largest notebook, in bytes. */
const MOST_BYTES = 1_000_000;

/** The house rules for what a notebook holds before it runs; what breaks them. */
export function sourceFaults(notebook: Notebook): string[] {
  const faults: string[] = [];
  const { nbformat, nbformat_minor, metadata } = notebook;
  if (nbformat !== 4 || nbformat_minor < 5) {
    faults.push(`format ${nbformat}.${nbformat_minor}, must be 4.5`);
  }
  const spec = metadata.kernelspec as Record<string, unknown> | undefined;
  if (spec?.name !== "deno" || spec.language !== "typescript") {
    faults.push(
      `kernel ${spec?.name} of ${spec?.language}, must be deno of typescript`,
    );
  }
  // Without it, deno fmt takes the cells for another language and leaves them
  const info = metadata.language_info as Record<string, unknown> | undefined;
  if (info?.name !== "typescript") {
    faults.push(`language_info ${info?.name}, must be typescript`);
  }
  const ids = notebook.cells.map((cell) => cell.id);
  ids.forEach((id, at) => {
    if (!id) faults.push(`cell at place ${at + 1} has no id`);
    else if (ids.indexOf(id) < at) faults.push(`id ${id} is there twice`);
  });
  for (const { number, source } of codeCells(notebook)) {
    const lines = linesOfCode(source);
    if (lines > MOST_LINES) {
      faults.push(
        `cell ${number} has ${lines} lines of code, may have ${MOST_LINES}`,
      );
    }
  }
  return [...faults, ...exerciseFaults(notebook)];
}

/** Every check is to have the solution that CI holds against it. */
function exerciseFaults(notebook: Notebook): string[] {
  const kinds = codeCells(notebook).map((cell) => ({
    cell,
    kind: ["check", "solution"].find((tag) => hasTag(cell, tag)),
  }));
  return kinds.flatMap(({ cell, kind }, at) => {
    // Either may take two cells
    if (kind !== "check" || kinds[at + 1]?.kind === "check") return [];
    const rest = kinds.slice(at + 1);
    const end = rest.findIndex((one) => one.kind !== "solution");
    const solution = end < 0 ? rest : rest.slice(0, end);
    return solution.some((one) => /\.solution\(/.test(one.cell.source))
      ? []
      : [`cell ${cell.number} is a check that no solution after it is held to`];
  });
}

/** Lines that a reader must follow: not blank, no comment, no import. */
export function linesOfCode(source: string): number {
  return source
    .replace(/^import\b[^;]*;[ \t]*$/gm, "")
    .replace(/^\s*\/\*[^]*?\*\/[ \t]*$/gm, "")
    .split("\n")
    .filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length;
}

/** The house rules for a notebook as it is committed, outputs and all. */
export function committedFaults(notebook: Notebook, text: string): string[] {
  const faults = sourceFaults(notebook);
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MOST_BYTES) {
    faults.push(`it has ${bytes} bytes, may have ${MOST_BYTES}`);
  }
  const path = text.match(/(?<![\w.~-])\/(?:home|root|tmp|work)\/[^\s"'\\]*/);
  if (path) faults.push(`a path of one machine: ${path[0]}`);
  for (const cell of codeCells(notebook)) {
    const { number, execution_count, outputs = [] } = cell;
    const fault = (what: string) => faults.push(`cell ${number}: ${what}`);
    if (execution_count !== number) {
      fault(`execution count ${execution_count}, must be ${number}`);
    }
    if (outputs.length === 0 && endsInValue(cell)) {
      fault("ends in an expression and shows nothing");
    }
    outputs.flatMap((output) => outputFaults(output, cell)).forEach(fault);
    const shown = outputs.map(({ data }) => String(data?.["text/plain"] ?? ""));
    if (hasTag(cell, "check") && shown.some((text) => /^[✓✗]/.test(text))) {
      fault("the exercise is not undone");
    }
  }
  return faults;
}

function outputFaults(output: Output, cell: CodeCell): string[] {
  const faults: string[] = [];
  if (output.output_type === "error" && !hasTag(cell, "raises-exception")) {
    faults.push(`error ${output.ename}: ${output.evalue}`);
  }
  const texts = [output.text, ...Object.values(output.data ?? {})]
    .filter((text) => typeof text === "string");
  if (texts.some((text) => /synthetic/i.test(text))) {
    faults.push("its ratings are synthetic");
  }
  return [...faults, ...privacyFaults(output)];
}

/** Statements whose value is nothing to show, and assignments to a variable. */
const NO_VALUE =
  /^(?:const|let|var|function|class|async function|import|export|type|interface|enum|if|for|while|do|switch|try|throw|return|break|continue|declare|abstract class)\b|^\w+\s*=[^=>]/;

/** What ends in the summary that tfjs prints, or in a call for its effect. */
const PRINTS = /^(?:console\.|await display\(|display\()|\.summary\(/;

/**
 * Whether a cell's last statement is an expression, whose value Jupyter shows.
 * It goes by the house's layout: a statement starts where a line is not
 * indented and does not close something.
 */
function endsInValue({ source }: CodeCell): boolean {
  const lines = source.split("\n").filter((line) =>
    line.trim() !== "" && !line.startsWith("//")
  );
  const start = lines.findLast((line) => /^[^\s})\]]/.test(line)) ?? "";
  return start !== "" && !NO_VALUE.test(start) && !PRINTS.test(start);
}
