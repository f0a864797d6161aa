import { AskonceError, type DraftAsk, type GuardMode, guardModes } from "@askonce/spec";

/** What a shop's own reader of drafts is given. */
export interface DraftForReader {
  draft: string;
  language: string | null;
  /** What the guard found by itself. */
  asks: readonly DraftAsk[];
  /** What is known, by key; values as in the facts. */
  known: readonly { key: string; value: string }[];
  signal: AbortSignal;
}

/** How replies are watched for questions whose answer is known. */
export interface GuardOptions {
  /** Default `warn`. */
  mode?: GuardMode;
  /** Where a channel differs, for example `{ chat: "observe" }`. */
  channels?: Readonly<Record<string, GuardMode>>;
  /**
   * Reads a draft besides the guard while somebody types, for example with a language model, and gives the asks as they should be. It is never
   * needed: what it throws, or does not answer within two seconds, is left out. Replies that are sent are judged by the guard alone.
   */
  reader?: (draft: DraftForReader) => Promise<readonly DraftAsk[]>;
}

export interface GuardSettings {
  modeOf(channel: string): GuardMode;
  reader: GuardOptions["reader"] | null;
}

/** @throws AskonceError `CONFIGURATION_INVALID` */
export function readGuardOptions(options: GuardOptions = {}): GuardSettings {
  const channels = new Map(Object.entries(options.channels ?? {}));
  for (const mode of [options.mode, ...channels.values()]) {
    if (mode !== undefined && !guardModes.includes(mode))
      throw new AskonceError("CONFIGURATION_INVALID", { message: `The guard's mode is one of ${guardModes.join(", ")}` });
  }
  return { modeOf: (channel) => channels.get(channel) ?? options.mode ?? "warn", reader: options.reader ?? null };
}
