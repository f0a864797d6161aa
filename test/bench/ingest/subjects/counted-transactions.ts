import type { StorageV1 } from "@askonce/spec/storage";
import { watchedStorage } from "../../../fault/server/watched-storage.ts";
import type { SubjectCounts } from "./subject.ts";

/** A storage that counts its statements, without the begins and ends of transactions, and its commits. */
export function countedTransactions(storage: StorageV1): { storage: StorageV1; counts: SubjectCounts } {
  const counts: SubjectCounts = { statements: 0, commits: 0, upstreamReads: 0 };
  return {
    counts,
    storage: watchedStorage(storage, {
      beforeStatement: () => void counts.statements++,
      afterCommit: () => void counts.commits++,
    }),
  };
}
