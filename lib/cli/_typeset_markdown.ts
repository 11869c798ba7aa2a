import temml from "temml";

// What may hold a dollar sign that is no formula comes first: fenced code, code
// spans, escapes. No formula or code span reaches across a blank line.
const within = String.raw`(?:(?!\n[ \t]*\n)[^])`;
const PIECES = new RegExp(
  [
    String
      .raw`^[ \t>]*(?<fence>\`{3,}|~{3,})[^]*?(?:^[ \t>]*\k<fence>|$(?![^]))`,
    String.raw`(?<!\`)(?<ticks>\`+)(?!\`)${within}*?(?<!\`)\k<ticks>(?!\`)`,
    String.raw`\\(?<escaped>[^])`,
    String.raw`\$\$(?<display>${within}+?)\$\$`,
    // As in Pandoc, so that "from $5 to $10" is money
    String
      .raw`\$(?<inline>(?!\s)(?:\\[^]|(?![$\\])${within})+?(?<!\s))\$(?!\d)`,
    String.raw`(?<dollar>\$)`,
  ].join("|"),
  "gm",
);

/**
 * Turns the TeX formulas of a Markdown text, `$…$` and `$$…$$`, into MathML,
 * which browsers show without script or font. Dollar signs in code, escaped
 * ones (`\$`) and sums of money are left alone.
 *
 * @param markdown The text.
 * @returns Markdown with MathML in it, safe from Markdown's own marks.
 * @throws {SyntaxError} If a formula is no TeX; quotes it.
 */
export function typesetMarkdown(markdown: string): string {
  return markdown.replace(PIECES, (piece, ...rest) => {
    const { escaped, display, inline, dollar }: Record<string, string> = rest
      .at(-1);
    if (display !== undefined) return mathml(display, true);
    if (inline !== undefined) return mathml(inline, false);
    // nbconvert has rules of its own for what is left of the dollars
    if (escaped === "$" || dollar !== undefined) return "&#36;";
    return piece;
  });
}

function mathml(tex: string, displayMode: boolean): string {
  let html: string;
  try {
    html = temml.renderToString(tex.trim(), {
      displayMode,
      throwOnError: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SyntaxError(
      `Cannot typeset a formula as it must be TeX: current value is ` +
        `${JSON.stringify(tex)} (${message.replace(/\s+/g, " ").trim()})`,
      { cause: error },
    );
  }
  // Between the tags, Markdown would read its own marks: * _ ` | [ and the like
  return html.replaceAll("\n", " ").replace(
    /(?<=>)[^<]+/g,
    (text) =>
      text.replace(/[!-/:-@[-`{-~]/g, (mark, at) => {
        const isEntity = mark === "&" && /^&#?\w+;/.test(text.slice(at));
        return isEntity || /[#;]/.test(mark)
          ? mark
          : `&#${mark.charCodeAt(0)};`;
      }),
  );
}
