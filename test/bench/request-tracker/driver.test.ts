import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { startDriver } from "./driver.ts";

const directory = mkdtempSync(join(tmpdir(), "askonce-driver-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A stand-in for Perl: a shell script that reads commands and answers as told. */
function perlThat(name: string, script: string) {
  const perl = join(directory, name);
  writeFileSync(perl, `#!/bin/sh\n${script}\n`);
  chmodSync(perl, 0o755);
  return startDriver({ perl, libraryDirectory: directory, environment: process.env });
}

it("gives each command its answer", async () => {
  const driver = perlThat("counts", `n=0; while read -r line; do n=$((n+1)); echo "{\\"milliseconds\\":$n}"; done`);
  expect((await driver.ask({ operation: "hello" })).milliseconds).toBe(1);
  expect((await driver.ask({ operation: "hello" })).milliseconds).toBe(2);
  await driver.stop();
  await expect(driver.ask({ operation: "hello" })).rejects.toThrow("has ended");
});

it("throws what was refused, and goes on", async () => {
  const driver = perlThat("refuses", `read -r line; echo '{"error":"there is no ticket 7"}'; read -r line; echo '{"milliseconds":1}'`);
  await expect(driver.ask({ operation: "open", ticket: 7 })).rejects.toThrow("Request Tracker refused open: there is no ticket 7");
  expect((await driver.ask({ operation: "hello" })).milliseconds).toBe(1);
  await driver.stop();
});

it("reports a process that dies with its last words", async () => {
  const driver = perlThat("dies", `read -r line; echo "Can't locate RT.pm" >&2; exit 2`);
  await expect(driver.ask({ operation: "hello" })).rejects.toThrow(/ended with 2: Can't locate RT\.pm/);
  await driver.stop();
});

it("reports a Perl that is not there", async () => {
  const driver = startDriver({ perl: join(directory, "none"), libraryDirectory: directory, environment: process.env });
  await expect(driver.ask({ operation: "hello" })).rejects.toThrow("Perl did not start");
  await driver.stop();
});

it("refuses a second command before the first is answered", async () => {
  const driver = perlThat("slow", `read -r line && read -r line && echo '{"milliseconds":1}'`);
  const first = driver.ask({ operation: "hello" });
  await expect(driver.ask({ operation: "hello" })).rejects.toThrow("one command at a time");
  const gone = expect(first).rejects.toThrow("ended");
  await driver.stop();
  await gone;
});
