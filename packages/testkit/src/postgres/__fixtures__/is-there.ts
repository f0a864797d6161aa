import { readFileSync } from "node:fs";

/** Whether a process lives. One that is dead but that nobody has reaped yet does not, although a signal would still find it. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
