import {
  type Cell,
  type Notebook,
  type Output,
  titleOf,
} from "./_notebook_file.ts";
import { TaskError } from "./_task_error.ts";
import { typesetMarkdown } from "./_typeset_markdown.ts";

/** Options of {@linkcode pageNotebook}. */
export interface PageNotebookOptions {
  /** The notebook's file without `.ipynb`; its title if it has no heading. */
  readonly name: string;
  /** What to say loudly at the top of the page. @default nothing */
  readonly notice?: string;
}

/**
 * An executed notebook as nbconvert is to have it for a page: formulas set as
 * MathML, plots as pictures that are part of the page, a title, the notice.
 *
 * @param notebook The executed notebook; stays as it is.
 * @throws {TaskError} If a formula is no TeX.
 */
export function pageNotebook(
  notebook: Notebook,
  { name, notice = "" }: PageNotebookOptions,
): Notebook {
  return {
    ...notebook,
    metadata: {
      ...notebook.metadata,
      title: titleOf(notebook, name),
      report: { notice },
    },
    cells: notebook.cells.map((cell) => {
      if (cell.cell_type === "markdown") return typeset(cell, name);
      if (cell.outputs === undefined) return cell;
      return { ...cell, outputs: cell.outputs.map(inlinePicture) };
    }),
  };
}

function typeset(cell: Cell, name: string): Cell {
  try {
    return { ...cell, source: typesetMarkdown(cell.source) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const begin = cell.source.trim().split("\n")[0];
    throw new TaskError(
      `${error.message}, in ${name}, in the text that begins "${begin}"`,
      { cause: error },
    );
  }
}

/**
 * A plot also comes as HTML, an image for notebooks that are not trusted, and
 * nbconvert would take that; only the picture's own text can be searched.
 */
function inlinePicture(output: Output): Output {
  if (output.data?.["image/svg+xml"] === undefined) return output;
  const { "text/html": _image, ...data } = output.data;
  return { ...output, data };
}
