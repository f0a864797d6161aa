import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";
import type { Terminal } from "../output/terminal.ts";
import { checkConfig } from "./check-config.ts";
import type { AskonceConfig } from "./config.ts";

export interface LoadedConfig {
  config: AskonceConfig;
  /** Absolute; `null` when there is no configuration and everything is at its default. */
  file: string | null;
  /** What relative paths are relative to. */
  folder: string;
}

const names = ["askonce.config.ts", "askonce.config.mts", "askonce.config.js", "askonce.config.mjs"];

export const configName = names[0] as string;

/**
 * Loads `.env` and then the configuration beside it. Node strips the types of a `.ts` file itself. Everything in `.env` whose name sounds
 * like a secret is hidden from the output.
 *
 * @throws CommandError when a file that was named is missing, or cannot be read
 */
export async function loadConfig(given: string | undefined, terminal: Terminal): Promise<LoadedConfig> {
  const file = given === undefined ? findConfig(process.cwd()) : resolve(given);
  if (file !== null && !existsSync(file)) throw new CommandError("configMissing", { file: given ?? configName }, exitCodes.usage);
  const folder = file === null ? process.cwd() : dirname(file);
  const environmentFile = join(folder, ".env");
  if (existsSync(environmentFile)) process.loadEnvFile(environmentFile);
  hideSecretsOfEnvironment(terminal);
  if (file === null) return { config: {}, file, folder };

  let loaded: { default?: unknown };
  try {
    loaded = (await import(pathToFileURL(file).href)) as { default?: unknown };
  } catch (error) {
    // The message may quote a line of the file, and with it a key.
    throw new CommandError("configUnreadable", { file, name: error instanceof Error ? error.name : "error" }, exitCodes.usage);
  }
  const problem = checkConfig(loaded.default);
  if (problem !== null) throw new CommandError("configInvalid", { file, problem }, exitCodes.usage);
  return { config: loaded.default as AskonceConfig, file, folder };
}

function findConfig(folder: string): string | null {
  const name = names.find((one) => existsSync(join(folder, one)));
  return name === undefined ? null : join(folder, name);
}

function hideSecretsOfEnvironment(terminal: Terminal): void {
  for (const [name, value] of Object.entries(process.env)) {
    if (/(KEY|SECRET|TOKEN|PASSWORD)S?$/i.test(name)) terminal.hide(value);
  }
}
