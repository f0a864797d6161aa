import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";
import { spawnOptionsFor } from "./server-user.ts";

/** A small process that outlives this one just long enough to clean up after it. */
export interface Watchdog {
  /** From now on this process is stopped when ours ends. */
  guard(pid: number): void;
  /** The guarded process is gone; its number may soon belong to somebody else. */
  release(): void;
  /** Sends the watchdog away without doing anything. */
  dismiss(): void;
}

/**
 * Reads from a pipe whose only other end is ours. However this process ends, `kill -9` included, the system closes that end, `read` fails,
 * and what is below the loop runs. A process that is gone but that nobody has reaped looks alive to `kill -0`, hence the look at the file.
 */
const script = `
folder=$1 data=$2 signal=$3 pid=
while read -r word value; do
  case $word in
    guard) pid=$value ;;
    release) pid= ;;
    dismiss) exit 0 ;;
  esac
done
if [ -n "$pid" ] && kill -"$signal" "$pid" 2>/dev/null; then
  waited=0
  while [ -e "$data/postmaster.pid" ] && kill -0 "$pid" 2>/dev/null && [ "$waited" -lt 100 ]; do
    sleep 0.1 2>/dev/null || sleep 1
    waited=$((waited + 1))
  done
  [ -e "$data/postmaster.pid" ] && kill -KILL "$pid" 2>/dev/null
fi
rm -rf "$folder" 2>/dev/null || { sleep 1; rm -rf "$folder"; }
`;

/**
 * @param options.folder deleted when this process ends
 * @param options.dataDirectory of the server
 * @param options.signal what ends the server: `QUIT` at once, `INT` after it has written everything down
 */
export function startWatchdog(options: { folder: string; dataDirectory: string; signal: "QUIT" | "INT" }): Watchdog {
  const { folder, dataDirectory, signal } = options;
  const child: ChildProcess = spawn("/bin/sh", ["-c", script, "askonce-postgres-watchdog", folder, dataDirectory, signal], {
    // As ourselves and not as the server's user, who may not delete a folder from a directory of root's.
    ...spawnOptionsFor(null),
    // A session of its own: Ctrl-C in the terminal must not end the watchdog before its work.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const input = child.stdin;
  // Without a watchdog the server still works; only the cleaning after a crash is lost.
  child.on("error", () => {});
  input?.on("error", () => {});
  child.unref();
  if (input instanceof Socket) input.unref();
  const say = (line: string) => {
    if (input?.writable) input.write(`${line}\n`);
  };
  return {
    guard(pid) {
      // Zero stands for a process that never was, and to kill it means to kill one's own group.
      if (pid > 0) say(`guard ${pid}`);
    },
    release: () => say("release"),
    dismiss() {
      say("dismiss");
      input?.end();
    },
  };
}
