/** One output of a code cell, texts joined. */
export interface Output {
  readonly output_type: string;
  /** A stream's name: `stdout` or `stderr`. */
  readonly name?: string;
  /** A stream's text. */
  readonly text?: string;
  /** What is shown, by MIME type. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly execution_count?: number | null;
  /** An error's class, message and stack. */
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: readonly string[];
}

/** One cell, its source joined. */
export interface Cell {
  readonly cell_type: string;
  readonly id?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly attachments?: unknown;
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

/** A notebook, as nbformat 4 describes it. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

/** A code cell and the number that Jupyter shows beside it: `[3]`. */
export interface CodeCell extends Cell {
  /** Counted over the code cells, from 1. */
  readonly number: number;
}

/**
 * Reads a notebook's text.
 *
 * @param text The file's content.
 * @param file The file's name, for errors.
 * @throws {SyntaxError} If it is not the JSON of a notebook of format 4.
 */
export function parseNotebook(text: string, file: string): Notebook {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`Cannot read ${file} as it must be JSON`, {
      cause: error,
    });
  }
  if (!isRecord(found) || found.nbformat !== 4 || !Array.isArray(found.cells)) {
    const format = isRecord(found) ? found.nbformat : found;
    throw new SyntaxError(
      `Cannot read ${file} as it must be a notebook of format 4: ` +
        `current value is ${format}`,
    );
  }
  return {
    ...found,
    nbformat: 4,
    nbformat_minor: Number(found.nbformat_minor ?? 0),
    metadata: isRecord(found.metadata) ? found.metadata : {},
    cells: found.cells.map((cell: unknown, index) => {
      if (!isRecord(cell) || typeof cell.cell_type !== "string") {
        throw new SyntaxError(
          `Cannot read ${file} as each cell must have a type: cell ${index} has none`,
        );
      }
      return joinedCell(cell, cell.cell_type);
    }),
  };
}

/** Reads a notebook from a file; see {@linkcode parseNotebook}. */
export async function readNotebook(file: string): Promise<Notebook> {
  return parseNotebook(await Deno.readTextFile(file), file);
}

/** The code cells with their numbers. */
export function codeCells(notebook: Notebook): CodeCell[] {
  return notebook.cells
    .filter((cell) => cell.cell_type === "code")
    .map((cell, index) => ({ ...cell, number: index + 1 }));
}

/** Whether a cell carries a tag, such as `raises-exception`. */
export function hasTag(cell: Cell, tag: string): boolean {
  return Array.isArray(cell.metadata.tags) && cell.metadata.tags.includes(tag);
}

/** The text of the first heading, without its Markdown; the name without one. */
export function titleOf(notebook: Notebook, name: string): string {
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "markdown") continue;
    const heading = cell.source.match(/^#{1,6}\s+(.+?)\s*#*$/m)?.[1];
    if (heading) return heading.replace(/[*`$\\]/g, "");
  }
  return name;
}

/**
 * The file's text: keys in alphabetical order, texts as lists of lines, one
 * space of indent, as Jupyter itself writes it; the same notebook is the same
 * text.
 */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(cell.source),
    ...cell.outputs && { outputs: cell.outputs.map(splitOutput) },
  }));
  return `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`;
}

function joinedCell(cell: Record<string, unknown>, cell_type: string): Cell {
  return {
    ...cell,
    cell_type,
    metadata: isRecord(cell.metadata) ? cell.metadata : {},
    source: joined(cell.source) as string,
    ...Array.isArray(cell.outputs) && {
      outputs: cell.outputs.map(joinedOutput),
    },
  };
}

function joinedOutput(output: Output): Output {
  return {
    ...output,
    ...output.text !== undefined && { text: joined(output.text) as string },
    ...output.data && { data: mapValues(output.data, joined) },
  };
}

function splitOutput(output: Output) {
  return {
    ...output,
    ...output.text !== undefined && { text: lines(output.text) },
    ...output.data && {
      data: mapValues(
        output.data,
        (value) => typeof value === "string" ? lines(value) : value,
      ),
    },
  };
}

/** nbformat lets every text be a list of its lines. */
function joined(text: unknown): unknown {
  const isLines = Array.isArray(text) &&
    text.every((line) => typeof line === "string");
  return isLines ? text.join("") : text ?? "";
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function mapValues(
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value)]),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value).sort().map((key) => [key, sorted(value[key])]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
