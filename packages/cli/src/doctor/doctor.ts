import type { Askonce } from "@askonce/core";
import type { StorefrontAdapterV1 } from "@askonce/spec";
import type { CommandTools } from "../command.ts";
import { loadConfig } from "../config/load-config.ts";
import { openMemoryInstance } from "../instance/memory-instance.ts";
import { openInstance } from "../instance/open-instance.ts";
import { fill } from "../language/messages.ts";
import { describeCode, describeFailure } from "../output/describe-failure.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { type DirectOptions, directStorefront } from "../storefront/direct-storefront.ts";
import { checkCarriers } from "./check-carriers.ts";
import { checkClock, checkDesk, checkNode } from "./check-machine.ts";
import { checkSecrets } from "./check-secrets.ts";
import { type Finding, finding } from "./finding.ts";
import { renderFindings } from "./render-findings.ts";

export interface DoctorOptions extends DirectOptions {
  json?: boolean;
  country?: string;
  config?: string;
  data?: string;
}

/** Looks at everything that has to work, in this machine, the set-up, each storefront and each courier. Fails when something failed. */
export async function doctor(options: DoctorOptions, tools: CommandTools): Promise<void> {
  const { terminal, messages } = tools;
  const findings = [checkNode(messages, process.versions.node), ...(await checkSetUp(options, tools)), await checkDesk(messages)];
  const ok = findings.every((one) => one.state !== "failed");
  if (options.json) terminal.print(JSON.stringify({ ok, checks: findings }, null, 2));
  else for (const line of renderFindings(findings, tools)) terminal.print(line);
  if (!ok) tools.finish(exitCodes.failed);
}

async function checkSetUp(options: DoctorOptions, tools: CommandTools): Promise<Finding[]> {
  const { terminal, messages } = tools;
  const say = messages.doctor;
  const direct = directStorefront(options, process.env, terminal);
  try {
    if (direct !== null) {
      const country = options.country === undefined ? {} : { countryCode: options.country.toUpperCase() };
      const { askonce, storefronts } = await openMemoryInstance(direct, country, terminal);
      const machine = [
        checkClock(messages, undefined, Date.now()),
        finding("askonce", "storage", "skipped", say.storage, say.storageMemory),
      ];
      return [...machine, ...(await checkStorefronts(askonce, storefronts, tools))];
    }
    const secrets = checkSecrets((await loadConfig(options.config, terminal)).config, messages);
    // With these nothing can be opened, and what is opened would only say the same once more.
    if (secrets.some((one) => one.state === "failed")) return secrets;
    const { askonce, storefronts, carriers, config, configFile, databaseFile } = await openInstance(options, terminal);
    const setUp =
      configFile === null
        ? finding("askonce", "configuration", "warning", say.config, say.configNone, say.configRemedy)
        : finding("askonce", "configuration", "ok", say.config, fill(say.configOk, { file: configFile }));
    const storage = await askonce.migrate().then(
      () => finding("askonce", "storage", "ok", say.storage, fill(say.storageOk, { file: databaseFile ?? "…" })),
      (error: unknown) => failure("askonce", "storage", say.storage, error, tools),
    );
    return [
      setUp,
      checkClock(messages, config.shop?.timeZone, Date.now()),
      storage,
      ...(configFile === null ? [] : secrets),
      ...(await checkStorefronts(askonce, storefronts, tools)),
      ...(await checkCarriers(carriers, tools)),
    ];
  } catch (error) {
    return [failure("askonce", "configuration", say.config, error, tools)];
  }
}

async function checkStorefronts(askonce: Askonce, storefronts: readonly StorefrontAdapterV1[], tools: CommandTools): Promise<Finding[]> {
  try {
    const reports = await Promise.all(
      storefronts.map(async ({ id, displayName }) => {
        try {
          return (await askonce.sync.check(id)).checks.map((check) => ({ group: id, ...check }));
        } catch (error) {
          return [failure(id, "connection", displayName, error, tools)];
        }
      }),
    );
    return reports.flat();
  } finally {
    await askonce.stop();
  }
}

function failure(group: string, id: string, title: string, error: unknown, { messages }: CommandTools): Finding {
  const [detail = "", remedy] = describeFailure(error, messages).lines;
  const code = /^[A-Z_]+(?=:)/.exec(detail)?.[0] ?? "";
  return finding(group, id, "failed", title, detail, remedy ?? describeCode(code, messages));
}
