import type { BackfillProgress } from "@askonce/core";
import type { StorefrontAdapterV1 } from "@askonce/spec";
import type { CommandTools } from "../command.ts";
import { type Instance, openInstance } from "../instance/open-instance.ts";
import { terminalLogger } from "../instance/terminal-logger.ts";
import { fill, type Messages } from "../language/messages.ts";
import { CommandError } from "../output/command-error.ts";
import { describeFailure } from "../output/describe-failure.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { progressBar } from "../output/progress-bar.ts";
import { untilStopped } from "../server/until-stopped.ts";
import { type DirectOptions, directDatabaseName, directStorefront } from "../storefront/direct-storefront.ts";

export interface BackfillCommandOptions extends DirectOptions {
  restart?: boolean;
  json?: boolean;
  country?: string;
  config?: string;
  data?: string;
}

const system = { kind: "system" } as const;

/** Reads the order history of one storefront or of all, one after the other, each from where it stopped. */
export async function backfill(name: string | undefined, options: BackfillCommandOptions, tools: CommandTools): Promise<void> {
  const { terminal } = tools;
  const storefront = directStorefront(options, process.env, terminal);
  const direct = storefront && { storefront, databaseName: directDatabaseName(options), countryCode: options.country?.toUpperCase() };
  const { config, data } = options;
  const instance = await openInstance({ config, data, logger: terminalLogger(terminal), ...(direct ? { direct } : {}) }, terminal);
  const interruption = new AbortController();
  void untilStopped().then(() => interruption.abort());
  try {
    const results: Outcome["result"][] = [];
    for (const storefront of chooseStorefronts(instance, name)) {
      const outcome = await backfillOne(instance, storefront, { restart: options.restart === true, signal: interruption.signal }, tools);
      results.push(outcome.result);
      if (outcome.exitCode !== exitCodes.done) tools.finish(outcome.exitCode);
      if (interruption.signal.aborted) break;
    }
    if (options.json) terminal.print(JSON.stringify({ storefronts: results }, null, 2));
  } finally {
    await instance.askonce.stop();
  }
}

function chooseStorefronts({ storefronts }: Instance, name: string | undefined): readonly StorefrontAdapterV1[] {
  if (storefronts.length === 0) throw new CommandError("noStorefronts", {}, exitCodes.usage);
  if (name === undefined) return storefronts.filter((one) => one.changes !== undefined);
  const chosen = storefronts.find((one) => one.id === name);
  if (!chosen) throw new CommandError("unknownStorefront", { name, known: storefronts.map((one) => one.id).join(", ") }, exitCodes.usage);
  if (!chosen.changes) throw new CommandError("cannotBackfill", { name: chosen.displayName }, exitCodes.usage);
  return [chosen];
}

interface Outcome {
  result: { adapterId: string; state: BackfillProgress["state"] | "interrupted"; done: number; total: number | null };
  exitCode: number;
}

async function backfillOne(
  { askonce }: Instance,
  storefront: StorefrontAdapterV1,
  { restart, signal }: { restart: boolean; signal: AbortSignal },
  { terminal, messages }: CommandTools,
): Promise<Outcome> {
  const say = messages.backfill;
  const { id: adapterId, displayName: name } = storefront;
  const before = (await askonce.sync.list(system)).find((state) => state.adapterId === adapterId)?.backfill;
  const startsAt = restart ? 0 : (before?.done ?? 0);
  let latest: { done: number; total: number | null } = { done: startsAt, total: restart ? null : (before?.total ?? null) };
  if (!restart && before?.state === "complete") {
    terminal.error(fill(say.already, { name, done: before.done }));
    return { result: { adapterId, state: "complete", ...latest }, exitCode: exitCodes.done };
  }
  terminal.error(fill(startsAt > 0 ? say.resume : say.start, { name, done: startsAt }));
  const onProgress = (progress: BackfillProgress) => {
    latest = { done: progress.done, total: progress.total };
    if (terminal.showsProgress) terminal.progress(`${progressBar(progress)} ${progressLine(name, latest, say)}`);
    else terminal.error(progressLine(name, latest, say));
  };
  try {
    const progress = await askonce.sync.backfill(adapterId, { restart, signal, onProgress });
    terminal.error(fill(say.complete, { name, done: progress.done }));
    return { result: progress, exitCode: exitCodes.done };
  } catch (error) {
    if (signal.aborted) {
      terminal.error(fill(say.interrupted, { name, done: latest.done }));
      return { result: { adapterId, state: "interrupted", ...latest }, exitCode: exitCodes.interrupted };
    }
    const failure = describeFailure(error, messages);
    terminal.error(fill(say.failed, { name, done: latest.done }));
    for (const line of failure.lines) terminal.error(line);
    return { result: { adapterId, state: "failed", ...latest }, exitCode: failure.exitCode };
  }
}

function progressLine(name: string, { done, total }: { done: number; total: number | null }, say: Messages["backfill"]): string {
  return total === null ? fill(say.lineOpen, { name, done }) : fill(say.line, { name, done, total });
}
