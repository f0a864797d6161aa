import type { StatusEvidence, StatusRow } from "@askonce/adapter-kit";
import type { CarrierAdapterV1 } from "@askonce/spec";
import { type CarrierDescriptor, type CarrierReport, carrierCapabilities, carrierCases, carrierReport } from "@askonce/testkit/carrier";
import { aftershipStatusRows } from "../../packages/carriers/aftership/src/status-rows.ts";
import { aftershipDescriptor } from "../../packages/carriers/aftership/test-support/conformance-descriptor.ts";
import { statusRows as brtRows } from "../../packages/carriers/brt/src/status-rows.ts";
import { brtDescriptor } from "../../packages/carriers/brt/test-support/conformance-descriptor.ts";
import { easypostStatusRows } from "../../packages/carriers/easypost/src/status-rows.ts";
import { easypostDescriptor } from "../../packages/carriers/easypost/test-support/conformance-descriptor.ts";
import { statusRows as fancourierRows } from "../../packages/carriers/fancourier/src/status-rows.ts";
import { fancourierDescriptor } from "../../packages/carriers/fancourier/test-support/conformance-descriptor.ts";
import { statusRows as glsItalyRows } from "../../packages/carriers/gls/src/italy/status-rows.ts";
import { statusRows as glsRows } from "../../packages/carriers/gls/src/mygls/status-rows.ts";
import { glsItalyDescriptor } from "../../packages/carriers/gls/test-support/gls-italy-conformance.ts";
import { glsDescriptor } from "../../packages/carriers/gls/test-support/mygls-conformance.ts";
import { samedayStatusRows } from "../../packages/carriers/sameday/src/status/status-rows.ts";
import { samedayDescriptor } from "../../packages/carriers/sameday/test-support/conformance-descriptor.ts";
import { seventeentrackStatusRows } from "../../packages/carriers/seventeentrack/src/status-rows.ts";
import { seventeentrackDescriptor } from "../../packages/carriers/seventeentrack/test-support/conformance-descriptor.ts";
import type { GeneratedFile } from "./generated-file.ts";

interface Subject {
  /** The package's folder below `packages/carriers`. */
  folder: string;
  descriptor: CarrierDescriptor;
  rows: readonly StatusRow[];
}

/** Couriers first, then those that follow any courier. */
const subjects: readonly Subject[] = [
  { folder: "sameday", descriptor: samedayDescriptor, rows: samedayStatusRows },
  { folder: "fancourier", descriptor: fancourierDescriptor, rows: fancourierRows },
  { folder: "gls", descriptor: glsDescriptor, rows: glsRows },
  { folder: "gls", descriptor: glsItalyDescriptor, rows: glsItalyRows },
  { folder: "brt", descriptor: brtDescriptor, rows: brtRows },
  { folder: "aftership", descriptor: aftershipDescriptor(true), rows: aftershipStatusRows },
  { folder: "easypost", descriptor: easypostDescriptor, rows: easypostStatusRows },
  { folder: "seventeentrack", descriptor: seventeentrackDescriptor, rows: seventeentrackStatusRows },
];

/** Columns that are a single case of the suite. */
const singleCases = { "booked day": "estimates-verbatim", boxes: "pieces-of-a-split-number" } as const;

const proven: readonly StatusEvidence[] = ["D", "S", "P"];
const unproven: readonly StatusEvidence[] = ["C2", "C", "K"];

interface Certified extends Subject {
  report: CarrierReport;
  adapter: CarrierAdapterV1;
}

/** What each courier's adapter can do, from its run of the conformance suite, and how well its codes are proven. */
export async function carriers(): Promise<GeneratedFile[]> {
  const certified: Certified[] = [];
  for (const subject of subjects) certified.push(await certify(subject));
  const content = `# Couriers

Made from the conformance suite's results and the adapters' tables of codes by \`pnpm generate\`.

All of them pass the suite against fakes of their couriers. None was tried against a courier's live system: what a fake says is what public code,
documentation and published answers say. A group that is missing is missing for a reason, which stands below.

${capabilityTable(certified)}

\`booked day\`: the courier tells when it means to deliver. \`boxes\`: of a number that stands for several boxes each is told apart. \`claims\`: the adapter
knows until when damage and loss may be claimed; where none of the sources that were checked names a deadline, it says so.

## How well the codes are proven

Each row of an adapter's table says how it came to be known. **Proven**: the courier's documentation (D), its own package (S), or a real answer that somebody
published (P). **Unproven**: two independent community tables agree (C2), one community source (C), general knowledge (K).

${evidenceTable(certified)}

A code that is in no table changes nothing: it is kept as the courier wrote it, and reported.

## Why something is missing

${certified.map(missing).join("\n\n")}

To add a courier: [write your own courier adapter](guides/write-a-carrier-adapter.md).
`;
  return [{ path: "docs/carriers.md", content }];
}

async function certify(subject: Subject): Promise<Certified> {
  const { descriptor } = subject;
  const report = await carrierReport(descriptor.name, carrierCases(descriptor));
  const failed = report.groups.flatMap((group) => group.failed);
  if (failed.length > 0) throw new Error(`${descriptor.name} fails ${failed.map((each) => `${each.case}: ${each.reason}`).join("; ")}`);
  return { ...subject, report, adapter: await adapterOf(descriptor) };
}

/** Made as the suite makes it: claims have no group of cases, only the adapter itself tells them. */
async function adapterOf(descriptor: CarrierDescriptor): Promise<CarrierAdapterV1> {
  const { createCourierWorld } = await import("@askonce/testkit/courier");
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const world = createCourierWorld({ clock, country: descriptor.country ?? "RO" });
  const harness = await descriptor.create({ world, clock, credentials: "valid", timeoutMs: null });
  await harness.close?.();
  return harness.adapter;
}

function capabilityTable(certified: readonly Certified[]): string {
  const columns = [...carrierCapabilities, ...Object.keys(singleCases), "claims"];
  const rows = certified.map((each) => {
    const cells = [
      ...carrierCapabilities.map((group) => mark(passedIn(each.report, group) > 0)),
      ...Object.values(singleCases).map((name) => mark(!skipsOf(each.report).some((skip) => skip.case === name))),
      claimsOf(each.adapter),
    ];
    const passed = each.report.groups.reduce((sum, group) => sum + group.passed, 0);
    return [link(each), each.adapter.standing ?? "official", ...cells, `${passed} passed, ${skipsOf(each.report).length} skipped`];
  });
  return table(["adapter", "standing", ...columns, "cases"], rows);
}

function evidenceTable(certified: readonly Certified[]): string {
  const count = (rows: readonly StatusRow[], classes: readonly StatusEvidence[]) =>
    rows.filter(({ evidence }) => classes.includes(evidence)).length;
  const rows = certified.map((each) => [
    link(each),
    String(each.rows.length),
    `**${count(each.rows, proven)}**`,
    `**${count(each.rows, unproven)}**`,
    ...[...proven, ...unproven].map((one) => String(count(each.rows, [one]))),
  ]);
  const all = certified.flatMap((each) => each.rows);
  const sum = (classes: readonly StatusEvidence[]) => String(count(all, classes));
  const total = [
    "all",
    String(all.length),
    `**${sum(proven)}**`,
    `**${sum(unproven)}**`,
    ...[...proven, ...unproven].map((one) => sum([one])),
  ];
  return table(["table", "rows", "proven", "unproven", ...proven, ...unproven], [...rows, total]);
}

function missing({ descriptor, report }: Certified): string {
  const reasons = new Map<string, string[]>();
  const groups: ReadonlySet<string> = new Set((descriptor.skip ?? []).flatMap((skip) => ("group" in skip ? [skip.group] : [])));
  for (const group of report.groups) {
    for (const skip of group.skipped) {
      const what = groups.has(group.group) ? `\`${group.group}\`` : `case \`${skip.case}\``;
      const said = reasons.get(skip.reason) ?? [];
      if (!said.includes(what)) reasons.set(skip.reason, [...said, what]);
    }
  }
  const lines = [...reasons].map(([reason, what]) => `- ${what.join(", ")}: ${reason}`);
  return [`### ${descriptor.name}`, "", ...lines].join("\n");
}

function claimsOf({ claims }: CarrierAdapterV1): string {
  if (claims === undefined) return "";
  const { damaged, lost } = claims.deadlines;
  return damaged === null && lost === null ? "no deadline known" : `damaged ${damaged ?? "?"} days, lost ${lost ?? "?"} days`;
}

function passedIn(report: CarrierReport, name: string): number {
  return report.groups.find(({ group }) => group === name)?.passed ?? 0;
}

function skipsOf(report: CarrierReport) {
  return report.groups.flatMap((group) => group.skipped);
}

const mark = (has: boolean) => (has ? "yes" : "");

function link({ descriptor, folder }: Subject): string {
  return `[${descriptor.name}](../packages/carriers/${folder}/README.md)`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
