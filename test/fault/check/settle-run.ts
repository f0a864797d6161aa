import type { Load } from "../load/prepare-load.ts";
import type { StorageSettings } from "../server/server-settings.ts";
import { compare, type Findings } from "./compare.ts";
import { differsFromReplay } from "./replay.ts";
import { readEffects, readStoredState, type StoredState } from "./stored-state.ts";
import { waitUntilDone } from "./wait-until-done.ts";

export interface SettledRun {
  findings: Findings;
  state: StoredState;
  /** What the clients were told. */
  acked: { webhooks: number; changes: number; commands: number };
  /** Of new tickets to the endpoint; those that were delivered more than once are allowed, and told. */
  deliveries: { events: number; repeated: number };
}

/**
 * The end of a run whose faults are over: lets every delivery be acknowledged and all work be done, ends the servers, and compares.
 *
 * @param patienceMs for the acknowledgements and for the work, each. Default 30000.
 */
export async function settleRun(options: {
  storage: StorageSettings;
  load: Load;
  effectsFile: string;
  stopServers(): Promise<boolean>;
  patienceMs?: number;
}): Promise<SettledRun> {
  const { storage, load, patienceMs = 30_000 } = options;
  const acknowledgedAll = await load.finish(patienceMs);
  const done = await waitUntilDone(storage, load.receiver, patienceMs);
  const stoppedInPeace = await options.stopServers();
  const state = await readStoredState(storage);
  const changes = [...load.webhooks.changes.values()];
  const { commands } = load.commands;
  const findings = compare({ changes, commands, state, effects: readEffects(options.effectsFile), deliveries: load.receiver.deliveries });
  for (const ref of await differsFromReplay(storage, load.shop)) findings.wrong.push(`order ${ref} differs from the replay`);
  if (!acknowledgedAll) findings.wrong.push("not everything was acknowledged after the last fault");
  if (!done) findings.wrong.push("work was left after the last fault");
  if (!stoppedInPeace) findings.wrong.push("a server did not stop in peace");
  await load.close();
  return {
    findings,
    state,
    acked: {
      webhooks: changes.reduce((sum, change) => sum + change.acknowledged, 0),
      changes: changes.length,
      commands: commands.filter(({ acknowledged }) => acknowledged).length,
    },
    deliveries: {
      events: load.receiver.deliveries.size,
      repeated: [...load.receiver.deliveries.values()].filter((count) => count > 1).length,
    },
  };
}

const mostOfAKind = 3;

/** The findings as they are printed: the counts, and the first few of each kind. */
export function printedFindings({ lost, doubled, wrong }: Findings) {
  return {
    lost: lost.length,
    doubled: doubled.length,
    wrong: wrong.length,
    findings: { lost: firstOfEachKind(lost), doubled: firstOfEachKind(doubled), wrong: firstOfEachKind(wrong) },
  };
}

/** Findings of one kind differ in their ids and numbers only. */
function firstOfEachKind(findings: readonly string[]): string[] {
  const kinds = new Map<string, number>();
  return findings.filter((finding) => {
    const kind = finding.replace(/\S*\d\S*/g, "");
    const count = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, count);
    return count <= mostOfAKind;
  });
}

export function isClean({ lost, doubled, wrong }: Findings): boolean {
  return lost.length + doubled.length + wrong.length === 0;
}
