import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the program of `hold-server.ts` says about its server. */
export interface HeldServer {
  uid: number;
  pid: number;
  url: string;
  dataDirectory: string;
  folder: string;
}

/** Runs `hold-server.ts` in a process of its own, as another user if wanted, and resolves when its server is up. */
export async function holdServer(
  ending: "wait" | "exit" | "throw" | "done",
  options: { dataDirectory?: string; uid?: number; gid?: number } = {},
): Promise<{ program: ChildProcess; held: HeldServer; ended: Promise<string> }> {
  const { dataDirectory, ...user } = options;
  const script = fileURLToPath(new URL("hold-server.ts", import.meta.url));
  const program = spawn(
    process.execPath,
    ["--conditions=@askonce/source", script, ending, ...(dataDirectory === undefined ? [] : [dataDirectory])],
    // A group of its own, as a shell gives it, so that a test can press Ctrl-C.
    { ...user, cwd: "/", detached: true, stdio: ["pipe", "pipe", "pipe"] },
  );
  const ended = new Promise<string>((resolve) => program.once("exit", (code, signal) => resolve(signal ?? String(code))));
  let output = "";
  let errors = "";
  program.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    program.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("\n")) resolve();
    });
    program.once("error", reject);
    program.once("close", (code) => reject(new Error(`ended with ${code} before its server was up: ${errors}`)));
  });
  return { program, held: JSON.parse(output) as HeldServer, ended };
}
