import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

/** A process that is the same one only as long as its number and its time of birth are. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly bornAt: string;
}

interface ProcessEntry extends ProcessIdentity {
  readonly parentPid: number;
  readonly isZombie: boolean;
}

/** The living children of a process. */
export async function childrenOf(pid: number): Promise<ProcessIdentity[]> {
  return (await listProcesses()).filter((one) => one.parentPid === pid && !one.isZombie);
}

/**
 * Waits until every one of the processes is gone; one that is dead but not yet reaped counts as gone.
 *
 * @returns those still alive after `atMostMs`
 */
export async function waitUntilGone(processes: readonly ProcessIdentity[], atMostMs: number): Promise<ProcessIdentity[]> {
  const deadline = performance.now() + atMostMs;
  for (;;) {
    const alive = await stillAlive(processes);
    if (alive.length === 0 || performance.now() >= deadline) return alive;
    await delay(5);
  }
}

async function stillAlive(processes: readonly ProcessIdentity[]): Promise<ProcessIdentity[]> {
  if (processes.length === 0) return [];
  const now = await listProcesses(processes.map((one) => one.pid));
  return processes.filter((one) => now.some((entry) => entry.pid === one.pid && entry.bornAt === one.bornAt && !entry.isZombie));
}

async function listProcesses(only?: number[]): Promise<ProcessEntry[]> {
  return process.platform === "linux" ? listFromProc(only) : listFromPs();
}

/** From `/proc`, because a slim container has no `ps`. */
async function listFromProc(only?: number[]): Promise<ProcessEntry[]> {
  const pids = only ?? (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const entries = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
      return stat === null ? null : parseProcStat(pid, stat);
    }),
  );
  return entries.filter((entry) => entry !== null);
}

/** The second field is the name in parentheses and may hold anything, so counting starts behind the last one. */
export function parseProcStat(pid: number, stat: string): ProcessEntry {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { pid, parentPid: Number(fields[1]), bornAt: fields[19] ?? "", isZombie: fields[0] === "Z" || fields[0] === "X" };
}

/** From `ps`, with the columns that POSIX and macOS share. */
export async function listFromPs(): Promise<ProcessEntry[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,stat=,lstart="], { env: { ...process.env, LC_ALL: "C" } });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parentPid, state, bornAt] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line) ?? [];
    if (pid === undefined || bornAt === undefined) return [];
    return [{ pid: Number(pid), parentPid: Number(parentPid), bornAt, isZombie: state?.startsWith("Z") === true }];
  });
}
