import { type ConformanceGroup, conformanceGroups } from "./case.ts";
import type { StorefrontDescriptor } from "./descriptor.ts";
import type { StorefrontLimit } from "./limits.ts";
import type { CaseResult } from "./run-cases.ts";

export interface GroupReport {
  group: ConformanceGroup;
  passed: number;
  failed: { case: string; reason: string }[];
  skipped: { case: string; reason: string }[];
}

/** What an adapter's documentation says about its conformance. Plain JSON. */
export interface ConformanceReport {
  name: string;
  /** Nothing failed. Skipped cases and limits do not count against it: they are listed. */
  ok: boolean;
  groups: GroupReport[];
  limits: StorefrontLimit[];
}

/** Sums up the results of `runCases` per group, in the suite's order; groups without a case are left out. */
export function conformanceReport(
  descriptor: Pick<StorefrontDescriptor, "name" | "limits">,
  results: readonly CaseResult[],
): ConformanceReport {
  const groups = conformanceGroups.flatMap((group): GroupReport[] => {
    const members = results.filter((result) => result.group === group);
    if (members.length === 0) return [];
    const of = (outcome: CaseResult["outcome"]): { case: string; reason: string }[] =>
      members.filter((result) => result.outcome === outcome).map((result) => ({ case: result.name, reason: result.reason ?? "" }));
    return [{ group, passed: of("passed").length, failed: of("failed"), skipped: of("skipped") }];
  });
  return {
    name: descriptor.name,
    ok: groups.every((group) => group.failed.length === 0),
    groups,
    limits: [...(descriptor.limits ?? [])],
  };
}
