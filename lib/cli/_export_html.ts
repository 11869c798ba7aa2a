import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { externalReferences } from "./_external_references.ts";
import { formatNotebook, type Notebook } from "./_notebook_file.ts";
import { pageNotebook } from "./_page_notebook.ts";
import type { Jupyter } from "./_prepare_jupyter.ts";
import { runCommand } from "./_run_command.ts";
import { TaskError } from "./_task_error.ts";

/** Options of {@linkcode exportHtml}. */
export interface ExportHtmlOptions {
  /** The Jupyter whose nbconvert to use. */
  readonly jupyter: Jupyter;
  /** The page's folder. */
  readonly folder: string;
  /** The page's file without `.html`. */
  readonly name: string;
  /** What to say loudly at the top of the page. @default nothing */
  readonly notice?: string;
}

/**
 * Writes an executed notebook as an HTML page that stands alone.
 *
 * @param notebook The executed notebook.
 * @returns The page's file.
 * @throws {TaskError} If a formula is no TeX, or if the page would load
 * something from elsewhere.
 */
export async function exportHtml(
  notebook: Notebook,
  options: ExportHtmlOptions,
): Promise<string> {
  const { jupyter, folder, name, notice } = options;
  const copy = await Deno.makeTempDir();
  try {
    const source = join(copy, `${name}.ipynb`);
    const page = pageNotebook(notebook, { name, notice });
    await Deno.writeTextFile(source, formatNotebook(page));
    const result = await runCommand(jupyter.python, [
      ...["-m", "nbconvert", "--to=html", "--log-level=ERROR"],
      ...["--template=report_template", "--HTMLExporter.theme=light"],
      `--TemplateExporter.extra_template_basedirs=${
        fileURLToPath(new URL(".", import.meta.url))
      }`,
      "--HTMLExporter.exclude_anchor_links=True",
      ...[`--output-dir=${resolve(folder)}`, `--output=${name}`, source],
    ], { env: jupyter.env });
    if (!result?.success) {
      throw new TaskError(
        `Cannot export ${name} as nbconvert must succeed; it says:\n${
          result?.stderr.trimEnd().split("\n").slice(-5).join("\n")
        }`,
      );
    }
  } finally {
    await Deno.remove(copy, { recursive: true });
  }
  const file = join(folder, `${name}.html`);
  const loads = externalReferences(await Deno.readTextFile(file));
  if (loads.length > 0) {
    throw new TaskError(
      `Cannot export ${name} as a report must open with the network off: ` +
        `it loads ${loads.join(", ")}`,
    );
  }
  return file;
}
