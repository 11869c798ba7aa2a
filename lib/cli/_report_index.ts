import { fileURLToPath } from "node:url";

/** One line of the index. */
export interface IndexEntry {
  /** The notebook's name, such as `05-training`. */
  readonly name: string;
  /** Its title. */
  readonly title: string;
  /** How long it ran, in seconds; none if it has not run, or failed. */
  readonly seconds?: number;
  /** What its ratings were. */
  readonly data?: string;
  /** Whether its run or its page failed. @default false */
  readonly failed?: boolean;
}

const css = fileURLToPath(
  new URL("./report_template/page.css", import.meta.url),
);

/**
 * The page that leads to the notebooks' pages: stands alone, as they do.
 *
 * @param entries The notebooks, in the order to list them.
 */
export async function reportIndex(
  entries: readonly IndexEntry[],
): Promise<string> {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Stacked autoencoders: the notebooks</title>
<style>
${await Deno.readTextFile(css)}</style>
</head>
<body class="index">
<main class="page">
<h1>Stacked autoencoders: the notebooks</h1>
<p>Each page holds a notebook as it ran on this machine.</p>
<div class="scroll" role="region" aria-label="Notebooks" tabindex="0">
<table>
<thead><tr><th scope="col">Notebook</th><th scope="col">Ran in</th><th scope="col">Data</th></tr></thead>
<tbody>
${entries.map(row).join("\n")}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
}

function row({ name, title, seconds, data, failed }: IndexEntry): string {
  const label = `<span class="number">${escaped(name)}</span> ${
    escaped(title)
  }`;
  if (seconds === undefined) {
    const why = failed ? "failed" : "not run yet";
    return `<tr><th scope="row">${label}</th><td colspan="2">${why}</td></tr>`;
  }
  const file = encodeURIComponent(name);
  return `<tr><th scope="row"><a href="${file}.html">${label}</a></th>` +
    `<td>${duration(seconds)}</td><td>${escaped(data ?? "")}</td></tr>`;
}

/** 48 s, or 3 min 5 s. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} s` : `${minutes} min ${whole % 60} s`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
