import { join } from "node:path";

/**
 * Writes JupyterLab's settings into a virtual environment: it neither asks
 * whether to fetch news nor looks for updates, so that a class starts at the
 * lesson, and nothing waits for a network that may not be there.
 *
 * @param venv The environment's folder.
 */
export async function writeLabSettings(venv: string) {
  const folder = join(venv, "share", "jupyter", "lab", "settings");
  await Deno.mkdir(folder, { recursive: true });
  const settings = {
    "@jupyterlab/apputils-extension:notification": {
      checkForUpdates: false,
      fetchNews: "false",
    },
  };
  await Deno.writeTextFile(
    join(folder, "overrides.json"),
    `${JSON.stringify(settings, null, 2)}\n`,
  );
}
