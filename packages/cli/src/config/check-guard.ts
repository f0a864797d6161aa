import { type GuardMode, guardModes } from "@askonce/spec";
import { isRecord } from "./is-record.ts";

const keys = ["mode", "channels", "reader"];

/** What is wrong with how replies are watched, in terms of keys; `null` when it has the right shape or is left out. */
export function checkGuard(guard: unknown): string | null {
  if (guard === undefined) return null;
  if (!isRecord(guard)) return "guard has to be an object";
  const unknownKey = Object.keys(guard).find((key) => !keys.includes(key));
  if (unknownKey !== undefined) return `unknown key guard.${unknownKey}; known: ${keys.join(", ")}`;
  const { mode, channels = {}, reader } = guard;
  const modes = guardModes.join(", ");
  if (mode !== undefined && !isMode(mode)) return `guard.mode is one of ${modes}`;
  if (!isRecord(channels)) return "guard.channels has to be an object";
  const wrong = Object.keys(channels).find((channel) => !isMode(channels[channel]));
  if (wrong !== undefined) return `guard.channels.${wrong} is one of ${modes}`;
  if (reader !== undefined && typeof reader !== "function") return "guard.reader has to be a function";
  return null;
}

const isMode = (value: unknown): value is GuardMode => guardModes.some((mode) => mode === value);
