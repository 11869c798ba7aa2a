import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Jupyter,
  prepareJupyter,
} from "../../lib/cli/_prepare_jupyter.ts";
import { stripVTControlCharacters } from "node:util";

/** One output message of a cell: its type and content. */
export interface KernelOutput {
  readonly type: string;
  readonly content: Record<string, unknown>;
}

/** What a cell did. */
export interface CellRun {
  readonly outputs: readonly KernelOutput[];
  /** What it printed, and what its value shows as text. */
  readonly text: string;
  /** The error it ended with: name and message. */
  readonly error?: string;
  /** From sending the code to the kernel's being idle again. */
  readonly seconds: number;
}

interface Message {
  readonly header: { msg_id: string; msg_type: string };
  readonly parent_header: { msg_id?: string };
  readonly content: Record<string, unknown>;
}

/** The repository's folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The project's own Jupyter; made when it is not there yet. */
export function projectJupyter(): Promise<Jupyter> {
  return prepareJupyter({ root });
}

/** Outputs may come after the kernel says that it is idle; so many ms. */
const LATE = 50;

/**
 * A kernel as JupyterLab drives it: through a Jupyter server of its own, by REST
 * and WebSocket. Start with {@linkcode JupyterKernel.start}, hold by `await
 * using`.
 */
export class JupyterKernel implements AsyncDisposable {
  readonly #server: Deno.ChildProcess;
  readonly #base: string;
  readonly #token: string;
  #id = "";
  #socket?: WebSocket;
  readonly #listeners = new Set<(message: Message) => void>();

  private constructor(server: Deno.ChildProcess, base: string, token: string) {
    this.#server = server;
    this.#base = base;
    this.#token = token;
  }

  /** Starts a server at a folder, and in it a kernel. */
  static async start({ folder }: { folder: string }): Promise<JupyterKernel> {
    const { python, env } = await projectJupyter();
    const token = crypto.randomUUID();
    const port = freePort();
    const server = new Deno.Command(python, {
      args: [
        ...["-m", "jupyter", "server", "--ip=127.0.0.1", "--allow-root"],
        ...[`--ServerApp.port=${port}`, "--ServerApp.port_retries=0"],
        ...[`--ServerApp.root_dir=${resolve(folder)}`, "--log-level=ERROR"],
      ],
      env: { ...env, JUPYTER_TOKEN: token },
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const kernel = new JupyterKernel(server, `127.0.0.1:${port}`, token);
    try {
      await kernel.#connect();
    } catch (error) {
      await kernel[Symbol.asyncDispose]();
      throw error;
    }
    return kernel;
  }

  /** Runs a cell to its end. */
  async run(code: string): Promise<CellRun> {
    const id = crypto.randomUUID();
    const outputs: KernelOutput[] = [];
    const idle = Promise.withResolvers<void>();
    const listen = ({ header, parent_header, content }: Message) => {
      if (parent_header.msg_id !== id) return;
      const type = header.msg_type;
      if (type === "status" && content.execution_state === "idle") {
        idle.resolve();
      } else if (
        /^(stream|execute_result|(update_)?display_data|error)$/.test(type)
      ) outputs.push({ type, content });
    };
    this.#listeners.add(listen);
    const start = performance.now();
    this.#socket!.send(JSON.stringify({
      channel: "shell",
      header: {
        msg_id: id,
        msg_type: "execute_request",
        username: "test",
        session: "test",
        date: new Date().toISOString(),
        version: "5.3",
      },
      parent_header: {},
      metadata: {},
      content: {
        code,
        silent: false,
        store_history: true,
        user_expressions: {},
        allow_stdin: false,
        stop_on_error: true,
      },
    }));
    await idle.promise;
    const seconds = (performance.now() - start) / 1000;
    await new Promise((resolve) => setTimeout(resolve, LATE));
    this.#listeners.delete(listen);
    return { outputs, seconds, text: textOf(outputs), error: errorOf(outputs) };
  }

  /** What the ■ button does. */
  async interrupt(): Promise<void> {
    await this.#request("POST", `/api/kernels/${this.#id}/interrupt`);
  }

  async [Symbol.asyncDispose]() {
    const closed = Promise.withResolvers<void>();
    if (this.#socket && this.#socket.readyState !== WebSocket.CLOSED) {
      this.#socket.onclose = () => closed.resolve();
      this.#socket.close();
      await closed.promise;
    }
    if (this.#id) await this.#request("DELETE", `/api/kernels/${this.#id}`);
    this.#server.kill("SIGTERM");
    await this.#server.status;
  }

  async #connect() {
    await this.#waitForServer();
    const answer = await this.#request("POST", "/api/kernels", {
      name: "deno",
      path: "",
    });
    this.#id = answer.id;
    const socket = new WebSocket(
      `ws://${this.#base}/api/kernels/${this.#id}/channels?token=${this.#token}`,
    );
    this.#socket = socket;
    const opened = Promise.withResolvers<void>();
    socket.onopen = () => opened.resolve();
    socket.onerror = () => opened.reject(new Error("the socket failed"));
    socket.onmessage = ({ data }) => {
      const message: Message = JSON.parse(data);
      for (const listen of this.#listeners) listen(message);
    };
    await opened.promise;
    await this.run("0"); // until it answers
  }

  async #waitForServer() {
    const deadline = performance.now() + 30_000;
    while (true) {
      try {
        await this.#request("GET", "/api/status");
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async #request(method: string, path: string, body?: unknown) {
    const response = await fetch(`http://${this.#base}${path}`, {
      method,
      headers: { Authorization: `token ${this.#token}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path} answers ${response.status}: ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
  }
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

function textOf(outputs: readonly KernelOutput[]): string {
  return stripVTControlCharacters(
    outputs.map(({ type, content }) => {
      if (type === "stream") return content.text;
      const data = content.data as Record<string, string> | undefined;
      return data?.["text/plain"] ?? "";
    }).join(""),
  );
}

function errorOf(outputs: readonly KernelOutput[]): string | undefined {
  const error = outputs.find(({ type }) => type === "error")?.content;
  return error &&
    stripVTControlCharacters(`${error.ename}: ${error.evalue}`);
}
