import type { CarrierAdapterV1, CheckReport } from "@askonce/spec";
import type { CarrierMutant, Wrap } from "./carrier-mutant.ts";

function checking(change: (report: CheckReport) => CheckReport): Wrap {
  return (adapter) => ({ ...adapter, check: async (context) => change(await adapter.check(context)) });
}

const withFields =
  (fields: Partial<CarrierAdapterV1>): Wrap =>
  (adapter) => ({ ...adapter, ...fields });

export const identityMutants: readonly CarrierMutant[] = [
  { name: "has an id with spaces", caughtBy: ["identity"], wrap: withFields({ id: "Memory Courier" }) },
  { name: "writes its names as people do", caughtBy: ["identity"], wrap: withFields({ carrierNames: ["Memory Courier"] }) },
  { name: "has a zone that does not exist", caughtBy: ["identity"], wrap: withFields({ timeZone: "Europe/Cluj" }) },
  {
    name: "knows a deadline from hearsay",
    caughtBy: ["claims-have-a-source"],
    wrap: withFields({ claims: { deadlines: { damaged: 3, lost: null, source: "" } } }),
  },
  {
    name: "reports that nothing works",
    caughtBy: ["check-ok"],
    wrap: checking((report) => ({ ok: false, checks: report.checks.map((item) => ({ ...item, state: "failed" })) })),
  },
  {
    name: "reports that all is well",
    caughtBy: ["check-wrong-credentials", "check-unreachable"],
    wrap: checking((report) => ({ ok: true, checks: report.checks.map((item) => ({ ...item, state: "ok" })) })),
  },
  {
    name: "does not say what to do",
    caughtBy: ["check-wrong-credentials", "check-unreachable"],
    wrap: checking((report) => ({ ...report, checks: report.checks.map((item) => ({ ...item, remedy: null })) })),
  },
];
