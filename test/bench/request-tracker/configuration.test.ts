import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { writeConfiguration } from "./configuration.ts";

const settingsOf = (environment: NodeJS.ProcessEnv) => {
  const directory = environment.RT_SITE_CONFIG_DIR ?? "";
  const [file = ""] = readdirSync(directory);
  return { path: join(directory, file), text: readFileSync(join(directory, file), "utf8") };
};

it("leads Request Tracker to a directory of its own, readable by its owner alone, and removes it", () => {
  const configuration = writeConfiguration("postgres://rt:secret@127.0.0.1:5433/postgres", "bench_rt");
  const { path, text } = settingsOf(configuration.environment);
  expect(text).toContain("Set($DatabaseName, 'bench_rt');");
  expect(text).toContain("Set($DatabasePort, '5433');");
  expect(text).toContain("Set($DatabaseUser, 'rt');");
  expect(statSync(path).mode & 0o077).toBe(0);
  const directory = dirname(configuration.environment.RT_SITE_CONFIG ?? "");
  expect(existsSync(directory)).toBe(true);
  configuration.remove();
  expect(existsSync(directory)).toBe(false);
});

it("sends no mail", () => {
  const configuration = writeConfiguration("postgres://rt@127.0.0.1/postgres", "bench_rt");
  expect(settingsOf(configuration.environment).text).toContain("Set($MailCommand, sub { 1 });");
  configuration.remove();
});

it("keeps a password with quotes and backslashes from becoming Perl", () => {
  const password = `it's \\'; system("x")`;
  const configuration = writeConfiguration(`postgres://rt:${encodeURIComponent(password)}@127.0.0.1/postgres`, "bench_rt");
  const { text } = settingsOf(configuration.environment);
  const quoted = /Set\(\$DatabasePassword, '((?:[^'\\]|\\.)*)'\);\n/.exec(text)?.[1] ?? "";
  expect(quoted.replace(/\\(.)/g, "$1")).toBe(password);
  configuration.remove();
});

it("refuses a URL of something else", () => {
  expect(() => writeConfiguration("mysql://rt@127.0.0.1/rt", "bench_rt")).toThrow("PostgreSQL");
});
