/** The Chromium of this machine, if it has one. */
export const chromium: string | undefined = await findChromium();

async function findChromium(): Promise<string | undefined> {
  for (const command of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      const { success } = await new Deno.Command(command, {
        args: ["--version"],
        stdout: "null",
        stderr: "null",
      }).output();
      if (success) return command;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}

/** Whose screen it is. */
export interface Screen {
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  /** What the reader prefers; what `prefers-color-scheme` answers. */
  readonly scheme: "light" | "dark";
}

const desk: Screen = { width: 1280, height: 800, scheme: "light" };

/** Opens a page in a headless Chromium; answers its HTML once its scripts have run. */
export async function pageAfterScripts(
  url: string,
  screen = desk,
): Promise<string> {
  return await run(url, screen, ["--dump-dom"]);
}

/** Opens a page in a headless Chromium and writes what it looks like as a PNG. */
export async function photograph(url: string, file: string, screen: Screen) {
  await run(url, screen, [`--screenshot=${file}`, "--hide-scrollbars"]);
}

async function run(
  url: string,
  { width, height, scheme }: Screen,
  wish: readonly string[],
): Promise<string> {
  const profile = await Deno.makeTempDir();
  try {
    const { success, stdout, stderr } = await new Deno.Command(chromium!, {
      args: [
        ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
        ...["--no-first-run", "--disable-background-networking"],
        ...["--disable-component-update", "--disable-sync"],
        `--user-data-dir=${profile}`,
        `--window-size=${width},${height}`,
        `--blink-settings=preferredColorScheme=${scheme === "dark" ? 0 : 1}`,
        // The page's own clock: it ends when nothing is left to wait for.
        "--virtual-time-budget=60000",
        ...[...wish, url],
      ],
    }).output();
    const decoder = new TextDecoder();
    if (!success) {
      throw new Error(
        `Cannot open ${url} as Chromium must run; it says:\n${
          decoder.decode(stderr)
        }`,
      );
    }
    return decoder.decode(stdout);
  } finally {
    await Deno.remove(profile, { recursive: true });
  }
}
