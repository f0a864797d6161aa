import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CommandTools } from "../command.ts";
import { configName } from "../config/load-config.ts";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { type Answers, exampleUrls, isUsableUrl, ownSecrets, places, secretNames } from "./answers.ts";
import { configFile, environmentLines, exampleFile, namesIn } from "./files.ts";

export interface InitOptions {
  yes?: boolean;
  dir: string;
  force?: boolean;
  storefront?: Answers["storefront"];
  url?: string;
  name?: string;
  shopLanguage?: string;
  country?: string;
  timeZone?: string;
}

/** Asks what it has to know and writes the configuration; nothing is written before the last answer. */
export async function init(options: InitOptions, tools: CommandTools): Promise<void> {
  const { terminal, messages } = tools;
  const say = messages.init;
  const folder = resolve(options.dir);
  const config = join(folder, configName);
  if (existsSync(config) && !options.force) throw new CommandError("fileExists", { file: config }, exitCodes.failed);
  if (!options.yes && !terminal.isInteractive) throw new CommandError("notATerminal", {}, exitCodes.usage);
  const defaults = answersFrom(options, messages.language);
  const answers = options.yes ? defaults : await (await import("./ask.ts")).ask(defaults, messages);
  if (answers === null) {
    terminal.error(say.cancelled);
    return tools.finish(exitCodes.failed);
  }
  if (!isUsableUrl(answers.storefront, answers.url)) {
    throw new CommandError("badUrl", { example: exampleUrls[answers.storefront] }, exitCodes.usage);
  }
  for (const name of Object.keys(ownSecrets)) answers.secrets[name] ??= randomBytes(32).toString("base64url");

  mkdirSync(folder, { recursive: true });
  writeFileSync(config, configFile(answers));
  terminal.print(`${configName}: ${say.wrote}`);
  writeEnvironment(folder, answers, (file, how) => terminal.print(`${file}: ${say[how]}`));
  terminal.print(`\n${say.next}`);
  if (secretNames[answers.storefront].some((name) => !answers.secrets[name])) terminal.print(`  ${say.nextKeys}`);
  terminal.print(`  ${say.nextDoctor}\n  ${say.nextDev}`);
}

function answersFrom(options: InitOptions, ownLanguage: string): Answers {
  const storefront =
    options.storefront ?? (options.url === undefined ? "none" : options.url.includes("myshopify.com") ? "shopify" : "woocommerce");
  const language = options.shopLanguage ?? ownLanguage;
  const place = places[language.slice(0, 2)] ?? { countryCode: "GB", timeZone: "UTC" };
  return {
    storefront,
    url: options.url ?? exampleUrls[storefront],
    name: options.name ?? "My shop",
    language,
    countryCode: (options.country ?? place.countryCode).toUpperCase(),
    timeZone: options.timeZone ?? place.timeZone,
    // The month says which key is how old when it is replaced.
    packetKeyId: new Date().toISOString().slice(0, 7),
    // Keys may stand in the environment already; on the command line they would be in the shell's history.
    secrets: Object.fromEntries(secretNames[storefront].map((name) => [name, process.env[name] ?? ""])),
  };
}

function writeEnvironment(folder: string, answers: Answers, tell: (file: string, how: "wrote" | "extended") => void): void {
  const environment = join(folder, ".env");
  const before = readIfThere(environment);
  const lines = environmentLines(answers, namesIn(before ?? ""));
  if (before === null || lines.length > 0) {
    writeFileSync(environment, `${before === null || before === "" ? "" : `${before.trimEnd()}\n`}${lines.join("\n")}\n`, { mode: 0o600 });
    tell(".env", before === null ? "wrote" : "extended");
  }
  // The mode above is only for a new file.
  chmodSync(environment, 0o600);
  writeFileSync(join(folder, ".env.example"), exampleFile(answers));
  tell(".env.example", "wrote");
  const ignore = join(folder, ".gitignore");
  const ignored = readIfThere(ignore);
  const missing = [".env", ".askonce/"].filter((line) => !(ignored ?? "").split(/\r?\n/).includes(line));
  if (missing.length === 0) return;
  writeFileSync(ignore, `${ignored === null || ignored === "" ? "" : `${ignored.trimEnd()}\n`}${missing.join("\n")}\n`);
  tell(".gitignore", ignored === null ? "wrote" : "extended");
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
