import type { CheckReport } from "@askonce/spec";
import { changingContext, changingOrders, type Mutant } from "./mutant.ts";

function reporting(change: (report: CheckReport) => CheckReport): Mutant["wrap"] {
  return (adapter) => ({ ...adapter, check: async (context) => change(await adapter.check(context)) });
}

export const identityMutants: readonly Mutant[] = [
  { name: "has an id with capitals", caughtBy: ["identity"], wrap: (adapter) => ({ ...adapter, id: "Memory" }) },
  {
    name: "reports a failed item as fine",
    caughtBy: ["check-wrong-credentials", "check-unreachable"],
    wrap: reporting((report) => ({ ...report, ok: true })),
  },
  {
    name: "does not say what to do",
    caughtBy: ["check-wrong-credentials", "check-unreachable"],
    wrap: reporting((report) => ({ ...report, checks: report.checks.map((item) => ({ ...item, remedy: null })) })),
  },
  { name: "looks at nothing", caughtBy: ["check-ok"], wrap: reporting(() => ({ ok: true, checks: [] })) },
  {
    name: "asks with somebody's credentials whatever it was given",
    caughtBy: ["wrong-credentials-are-refused"],
    wrap: changingContext((context) => ({
      ...context,
      fetch: (input, init) => context.fetch(input, { ...init, headers: { authorization: "Bearer conformance-access-token" } }),
    })),
  },
  {
    name: "hands out the pay link as the order's page",
    caughtBy: ["secrets-stripped"],
    wrap: changingOrders((order) => ({ ...order, adminUrl: "https://memory.example.test/pay/8?key=orderkey-8-5f0c1e" })),
  },
  {
    name: "shows every note to the customer",
    caughtBy: ["private-notes"],
    wrap: changingOrders((order) => ({ ...order, notes: order.notes.map((note) => ({ ...note, visibleToCustomer: true })) })),
  },
];
