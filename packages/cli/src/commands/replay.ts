import type { ReplayProgress } from "@askonce/core";
import type { CommandTools } from "../command.ts";
import { openInstance } from "../instance/open-instance.ts";
import { terminalLogger } from "../instance/terminal-logger.ts";
import { fill } from "../language/messages.ts";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { untilStopped } from "../server/until-stopped.ts";

export interface ReplayCommandOptions {
  from: string;
  to?: string;
  json?: boolean;
  config?: string;
  data?: string;
}

const system = { kind: "system" } as const;
const keptDays = 30;
const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Has the webhooks of a time read and applied once more, after a mistake in an adapter or a restored backup. */
export async function replay(name: string | undefined, options: ReplayCommandOptions, tools: CommandTools): Promise<void> {
  const { terminal } = tools;
  const say = tools.messages.replay;
  const now = Date.now();
  const from = instantOf("--from", options.from, now);
  const to = options.to === undefined ? now + 1 : instantOf("--to", options.to, now);
  if (to <= from) throw new CommandError("replayReversed", {}, exitCodes.usage);
  const instance = await openInstance({ config: options.config, data: options.data, logger: terminalLogger(terminal) }, terminal);
  const interruption = new AbortController();
  void untilStopped().then(() => interruption.abort());
  let latest: ReplayProgress = { webhooks: 0, events: 0, unreadable: 0, lastReceivedAt: null };
  try {
    if (name !== undefined && !instance.storefronts.some((one) => one.id === name)) {
      const known = instance.storefronts.map((one) => one.id).join(", ");
      throw new CommandError("unknownStorefront", { name, known }, exitCodes.usage);
    }
    const onProgress = (progress: ReplayProgress) => {
      latest = progress;
      const line = fill(say.line, { webhooks: progress.webhooks, events: progress.events });
      if (terminal.showsProgress) terminal.progress(line);
      else terminal.error(line);
    };
    const request = { from, to, signal: interruption.signal, onProgress, ...(name === undefined ? {} : { adapterId: name }) };
    const interrupted = await instance.askonce.inbox.replay(request, system).then(
      () => false,
      (error: unknown) => {
        if (interruption.signal.aborted) return true;
        throw error;
      },
    );
    // Where no server runs, this is the process that applies them.
    if (!interrupted) await instance.askonce.drain();
    report(latest, interrupted, options, from, tools);
  } finally {
    await instance.askonce.stop();
  }
}

function report(progress: ReplayProgress, interrupted: boolean, { json }: ReplayCommandOptions, from: number, tools: CommandTools): void {
  const { terminal, finish } = tools;
  const say = tools.messages.replay;
  const goOnFrom = new Date(progress.lastReceivedAt ?? from).toISOString();
  if (progress.unreadable > 0) terminal.error(fill(say.unreadable, { unreadable: progress.unreadable }));
  if (interrupted) finish(exitCodes.interrupted);
  if (json) {
    const { webhooks, events, unreadable } = progress;
    terminal.print(
      JSON.stringify(
        { state: interrupted ? "interrupted" : "complete", webhooks, events, unreadable, ...(interrupted ? { goOnFrom } : {}) },
        null,
        2,
      ),
    );
  } else if (interrupted) terminal.error(fill(say.interrupted, { webhooks: progress.webhooks, from: goOnFrom }));
  else if (progress.webhooks === 0) terminal.print(fill(say.nothing, { days: keptDays }));
  else terminal.print(fill(say.done, { webhooks: progress.webhooks, events: progress.events }));
}

/** `2026-11-01T08:00:00Z`, or how long ago: `90m`, `24h`, `7d`. */
function instantOf(option: string, text: string, now: number): number {
  const back = /^(\d{1,6})([mhd])$/.exec(text);
  if (back) return now - Number(back[1]) * unitMs[back[2] as keyof typeof unitMs];
  const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new CommandError("replayBadInstant", { option }, exitCodes.usage);
  return instant;
}
