import { AskonceError } from "@askonce/spec";
import type { StorageMutant } from "./storage-mutant.ts";

/** Wrong about opening, transactions, errors, wake-ups and joined connections. */
export const engineMutants: readonly StorageMutant[] = [
  { name: "has a name with blanks for an id", caughtBy: ["identity"], breaks: { storage: () => ({ id: "My storage" }) } },
  {
    name: "opens when it is made",
    caughtBy: ["nothing-before-the-first-use"],
    change: (descriptor) => ({ countOpen: async () => 1 + ((await descriptor.countOpen?.()) ?? 0) }),
  },
  {
    name: "prints when it is imported",
    caughtBy: ["importing-has-no-effect"],
    change: (descriptor) => ({ module: { specifier: "data:text/javascript,console.log(1)", folder: descriptor.module?.folder ?? "." } }),
  },
  {
    name: "listens when it is imported",
    caughtBy: ["importing-has-no-effect"],
    change: (descriptor) => ({
      module: { specifier: "data:text/javascript,process.on('SIGTERM',Boolean)", folder: descriptor.module?.folder ?? "." },
    }),
  },
  { name: "leaves its file open", caughtBy: ["close-releases-everything"], breaks: { releases: false } },
  {
    name: "cannot be closed twice",
    caughtBy: ["close-twice-or-unused"],
    breaks: {
      storage(storage) {
        let isClosed = false;
        return {
          async close() {
            if (isClosed) throw new Error("closed already");
            isClosed = true;
            await storage.close();
          },
        };
      },
    },
  },
  {
    name: "keeps a database for each storage",
    caughtBy: ["kept-over-a-restart", "commit-is-seen-by-others"],
    breaks: { path: (path, storage) => `${path}.${storage}` },
  },
  {
    name: "has a group that is skipped",
    caughtBy: ["groups-are-certified"],
    change: ({ skip = [] }) => ({ skip: [...skip, { group: "wake", reason: "Only to see it" }] }),
  },
  {
    name: "lacks a group that is not skipped",
    caughtBy: ["groups-are-certified"],
    change: () => ({ skip: [] }),
  },
  { name: "throws commits away", caughtBy: ["commit"], breaks: { commit: "rollback" } },
  { name: "commits instead of rolling back", caughtBy: ["rollback", "nobody-reads-what-is-not-committed"], breaks: { rollback: "commit" } },
  {
    name: "does not end what failed",
    caughtBy: ["rollback-after-a-failed-statement"],
    breaks: { rollback: "select 1" },
  },
  {
    name: "has no transactions",
    caughtBy: ["rollback", "concurrent-writers", "concurrent-writers-of-two-storages"],
    breaks: () => {
      let use = 0;
      return { begin: "select 1", commit: "select 1", rollback: "select 1", turn: () => `use ${use++}` };
    },
  },
  {
    name: "takes turns with itself only",
    caughtBy: ["concurrent-writers-of-two-storages"],
    breaks: { turn: (_, storage) => `storage ${storage}` },
  },
  {
    name: "is full with a hundred rows",
    caughtBy: ["more-at-once-than-connections"],
    breaks() {
      let inserted = 0;
      return {
        before(statement) {
          if (statement.startsWith("insert") && ++inserted > 100) throw new AskonceError("STORAGE_FAILED");
        },
      };
    },
  },
  {
    name: "takes every error for a failure of the storage",
    caughtBy: ["violations-stay-what-they-are"],
    breaks: { error: (cause) => new AskonceError("STORAGE_FAILED", { retryAfterMs: 1, cause }) },
  },
  { name: "gives the driver's own error", caughtBy: ["unavailable"], breaks: { unavailable: () => new Error("unable to open") } },
  {
    name: "does not say when to try again",
    caughtBy: ["unavailable"],
    breaks: { unavailable: () => new AskonceError("STORAGE_FAILED") },
  },
  {
    name: "tells where it could not connect",
    caughtBy: ["unavailable-without-secrets"],
    breaks: {
      unavailable: (path) => new AskonceError("STORAGE_FAILED", { retryAfterMs: 1, cause: new Error("no file", { cause: path }) }),
    },
  },
  { name: "never connects again", caughtBy: ["cut-between-statements"], breaks: { staysCut: true } },
  { name: "goes on after a cut as if nothing had been", caughtBy: ["cut-within-a-transaction"], breaks: { forgetsCut: true } },
  { name: "never wakes", caughtBy: ["wake-reaches-another-storage"], breaks: { wake: { deaf: true } } },
  { name: "wakes every channel", caughtBy: ["wake-on-its-channel-only"], breaks: { wake: { everyChannel: true } } },
  { name: "wakes each time", caughtBy: ["wake-many-as-few"], breaks: { wake: { everyOne: true } } },
  { name: "goes on waking", caughtBy: ["wake-stops"], breaks: { wake: { neverStops: true } } },
  { name: "is deaf after a cut", caughtBy: ["wake-survives-a-cut"], breaks: { wake: { deafAfterCut: true } } },
  { name: "keeps nothing that is joined", caughtBy: ["join-is-committed-by-the-application"], breaks: { join: { keepsNothing: true } } },
  { name: "commits for the application", caughtBy: ["join-is-rolled-back-by-the-application"], breaks: { join: { commits: true } } },
  { name: "has no savepoints", caughtBy: ["join-fails-alone"], breaks: { join: { savepoint: false } } },
  {
    name: "binds joined bytes as texts",
    caughtBy: ["join-has-the-same-values"],
    breaks: { join: { parameter: (value) => (value instanceof Uint8Array ? String(value) : value) } },
  },
  { name: "keeps U+0000 that is joined", caughtBy: ["join-replaces-nul"], breaks: { join: { parameter: (value) => value } } },
  { name: "joins anything", caughtBy: ["join-refuses-what-is-no-connection"], breaks: { join: { takesAnything: true } } },
];
