import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { childrenOf, listFromPs, parseProcStat, waitUntilGone } from "./process-tree.ts";

it("finds the children of a process and waits until they are gone", async () => {
  const shell = spawn("/bin/sh", ["-c", "sleep 60 & sleep 60 & echo up; wait"], { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise((resolve) => shell.stdout.once("data", resolve));
  const children = await childrenOf(shell.pid ?? -1);
  expect(children).toHaveLength(2);
  expect(await childrenOf(process.pid)).toContainEqual({ ...(await identityOf(shell.pid)), parentPid: process.pid, isZombie: false });

  expect(await waitUntilGone(children, 30)).toEqual(children);
  const gone = waitUntilGone(children, 10_000);
  for (const child of children) process.kill(child.pid, "SIGKILL");
  expect(await gone).toEqual([]);
  shell.kill("SIGKILL");
});

it("takes a new process for a new one, even under an old number", async () => {
  const [own] = await Promise.all([identityOf(process.pid)]);
  expect(await waitUntilGone([own], 0)).toEqual([own]);
  expect(await waitUntilGone([{ ...own, bornAt: "before" }], 0)).toEqual([]);
  expect(await waitUntilGone([], 0)).toEqual([]);
});

it("reads a line of /proc whose name looks like more fields", () => {
  const stat = `42 (odd) S 1) Z 7 ${Array.from({ length: 17 }, (_, index) => index).join(" ")} 98765 0`;
  expect(parseProcStat(42, stat)).toEqual({ pid: 42, parentPid: 7, bornAt: "98765", isZombie: true });
});

it("gets the same family from ps", async (context) => {
  const all = await listFromPs().catch(() => context.skip("this machine has no ps"));
  expect(all.find((one) => one.pid === process.pid)).toMatchObject({ parentPid: process.ppid, isZombie: false });
});

async function identityOf(pid: number | undefined): Promise<{ pid: number; bornAt: string }> {
  const family = [...(await childrenOf(process.pid)), ...(await childrenOf(process.ppid))];
  const found = family.find((one) => one.pid === pid);
  if (found === undefined) throw new Error(`${pid} is not in the family`);
  return { pid: found.pid, bornAt: found.bornAt };
}
