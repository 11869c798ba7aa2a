import { escapeHtml } from "./_html.ts";
import type { TableColumn } from "./_table_columns.ts";

/** A table before it has a format. */
export interface TableContent {
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  /** How large the whole is, in words. */
  readonly size: string;
}

/** As HTML without colours: those of the page, light or dark, are right. */
export function tableHtml({ caption, columns, size }: TableContent): string {
  const align = ({ isNumeric }: TableColumn) =>
    ` style="text-align:${isNumeric ? "right" : "left"}"`;
  const head = columns.map((column) =>
    `<th scope="col"${align(column)}>${escapeHtml(column.name)}</th>`
  );
  const body = rowsOf(columns).map((cells) =>
    `<tr>${
      cells.map((cell, index) =>
        `<td${align(columns[index])}>${escapeHtml(cell)}</td>`
      ).join("")
    }</tr>`
  );
  return [
    `<table style="margin:0;font-variant:tabular-nums">`,
    caption === undefined
      ? ""
      : `<caption style="text-align:left;caption-side:top;font-weight:bold">${
        escapeHtml(caption)
      }</caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${body.join("")}</tbody></table>`,
    `<p style="margin:4px 0 0">${escapeHtml(size)}</p>`,
  ].join("");
}

/** As lines of text in columns. */
export function tableText({ caption, columns, size }: TableContent): string {
  const widths = columns.map(({ name, cells }) =>
    Math.max(...[name, ...cells].map((cell) => [...cell].length))
  );
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => {
      const gap = " ".repeat(widths[index] - [...cell].length);
      return columns[index].isNumeric ? gap + cell : cell + gap;
    }).join("  ").trimEnd();
  return [
    ...(caption === undefined ? [] : [caption]),
    line(columns.map(({ name }) => name)),
    ...rowsOf(columns).map(line),
    size,
  ].join("\n");
}

function rowsOf(columns: readonly TableColumn[]): string[][] {
  const height = columns[0]?.cells.length ?? 0;
  return Array.from(
    { length: height },
    (_, row) => columns.map(({ cells }) => cells[row]),
  );
}
