import type { Messages } from "../language/messages.ts";
import { fill } from "../language/messages.ts";
import { type Finding, finding } from "./finding.ts";

const neededNode = [22, 18] as const;
/** No correct clock shows less: this is when the first version was made. */
const earliestPossible = Date.UTC(2026, 10, 1);

export function checkNode({ doctor: say }: Messages, version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNewEnough = major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1]);
  return isNewEnough
    ? finding("askonce", "node", "ok", say.node, fill(say.nodeOk, { version }))
    : finding("askonce", "node", "failed", say.node, fill(say.nodeOld, { version }), say.nodeRemedy);
}

/** Whether the time can be right and the shop's zone exists. How far off the shop's server is, its adapter says. */
export function checkClock({ doctor: say }: Messages, timeZone: string | undefined, now: number): Finding {
  const time = new Date(now).toISOString();
  if (now < earliestPossible) return finding("askonce", "clock", "failed", say.clock, fill(say.clockWrong, { time }), say.clockRemedy);
  const zone = timeZone ?? "UTC";
  return isTimeZone(zone)
    ? finding("askonce", "clock", "ok", say.clock, fill(say.clockOk, { zone, time }))
    : finding("askonce", "clock", "failed", say.clock, fill(say.zoneUnknown, { zone }), say.zoneRemedy);
}

export async function checkDesk({ doctor: say }: Messages): Promise<Finding> {
  const { createDesk } = await import("@askonce/desk");
  try {
    createDesk();
    return finding("askonce", "desk", "ok", say.desk, say.deskOk);
  } catch {
    return finding("askonce", "desk", "warning", say.desk, say.deskMissing, "pnpm --filter @askonce/desk build");
  }
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
