import { existsSync } from "node:fs";

/** Where distributions put the library of the package `faketime`. */
const places = [
  "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
  "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
  "/usr/lib64/faketime/libfaketime.so.1",
  "/usr/lib/faketime/libfaketime.so.1",
];

/**
 * The environment of a process whose clock is wrong by so much; `null` without libfaketime. The steady clock stays right, as it does on a
 * machine whose wall clock is wrong.
 */
export function faketimeEnvironment(offsetMs: number): Record<string, string> | null {
  const library = places.find((place) => existsSync(place));
  if (library === undefined) return null;
  const seconds = Math.round(offsetMs / 1000);
  return { LD_PRELOAD: library, FAKETIME: `${seconds < 0 ? "" : "+"}${seconds}s`, FAKETIME_DONT_FAKE_MONOTONIC: "1" };
}
