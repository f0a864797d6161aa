import { AssertionError } from "node:assert/strict";
import { errorCases } from "./cases-errors.ts";
import { jobsCases } from "./cases-jobs.ts";
import { joinCases } from "./cases-join.ts";
import { openingCases } from "./cases-opening.ts";
import { orderCases } from "./cases-order.ts";
import { statementCases } from "./cases-statements.ts";
import { transactionCases } from "./cases-transactions.ts";
import { valueCases } from "./cases-values.ts";
import { wakeCases } from "./cases-wake.ts";
import { type StorageCase, type StorageCaseDefinition, storageGroups } from "./storage-case.ts";
import type { StorageDescriptor } from "./storage-descriptor.ts";
import { withStorageSession } from "./storage-session.ts";

const capabilities = ["wake", "join", "jobs"] as const;

const certified: StorageCaseDefinition = {
  name: "groups-are-certified",
  group: "opening",
  title: "A group the storage has is not skipped, and one it does not have is",
  async check({ descriptor }) {
    const storage = descriptor.open();
    for (const group of capabilities) {
      const isSkipped = (descriptor.skip ?? []).some((skip) => "group" in skip && skip.group === group);
      if (isSkipped === (storage[group] !== undefined)) {
        throw new AssertionError({ message: isSkipped ? `the storage has "${group}"` : `"${group}" is skipped with a reason` });
      }
    }
    await storage.close();
  },
};

const definitions: readonly StorageCaseDefinition[] = [
  ...openingCases,
  certified,
  ...transactionCases,
  ...valueCases,
  ...orderCases,
  ...statementCases,
  ...errorCases,
  ...wakeCases,
  ...joinCases,
  ...jobsCases,
];

/**
 * What every storage has to do, as data: hand it to {@link runStorageCases}, or call each `run()` yourself, one after the other. Each case
 * starts on an empty database and closes what it opened. The cases of the group `jobs` are those of `jobsSuite`, on the storage's own jobs.
 *
 * @throws TypeError when `skip` names something the suite does not have, names it twice, or gives no reason
 */
export function storageCases(descriptor: StorageDescriptor): StorageCase[] {
  const reasons = skipReasons(descriptor);
  return definitions.map(({ name, group, title, check }) => ({
    name,
    group,
    title,
    skip: reasons.get(name) ?? null,
    run: () => withStorageSession(descriptor, check),
  }));
}

/** The names, groups and titles of all cases, for documentation. */
export function describeStorageCases(): { name: string; group: string; title: string }[] {
  return definitions.map(({ name, group, title }) => ({ name, group, title }));
}

function skipReasons({ skip: skips = [] }: StorageDescriptor): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const skip of skips) {
    const what = "case" in skip ? skip.case : skip.group;
    if (skip.reason.trim() === "") throw new TypeError(`Skipping "${what}" needs a reason`);
    const names = definitions
      .filter((each) => ("case" in skip ? each.name === skip.case : each.group === skip.group))
      .map(({ name }) => name);
    if (names.length === 0) throw new TypeError(`The suite has no case or group "${what}" that could be skipped`);
    for (const name of names) {
      if (reasons.has(name)) throw new TypeError(`"${name}" is skipped twice`);
      reasons.set(name, skip.reason);
    }
  }
  return reasons;
}

/** The part of vitest's, Jest's or Bun's functions that is used. */
export interface StorageTestFunctions {
  describe: (name: string, body: () => void) => unknown;
  it: ((name: string, body: () => Promise<void>) => unknown) & { skip: (name: string, body: () => Promise<void>) => unknown };
}

/** Registers each case as a test, grouped; skipped ones appear with their reason. Call it at the top level of a test file. */
export function runStorageCases(name: string, cases: readonly StorageCase[], { describe, it }: StorageTestFunctions): void {
  describe(name, () => {
    for (const group of storageGroups) {
      const members = cases.filter((each) => each.group === group);
      if (members.length === 0) continue;
      describe(group, () => {
        for (const each of members) {
          if (each.skip === null) it(`${each.name}: ${each.title}`, each.run);
          else it.skip(`${each.name}: ${each.skip}`, each.run);
        }
      });
    }
  });
}
