import { type Fact, type FactKey, type FactSource, foldText, type ProblemDetails, problemDetailsSchema } from "@askonce/spec";
import { toInstant } from "../platform/instants.ts";

/** A report as the context's statement gives it. */
export interface ReportRow {
  id: string;
  order_ref: string;
  kind: string;
  by: "customer" | "agent";
  details: string;
  assurance: Fact["assurance"];
  created_at: number;
}

/** Photos of an order, counted by what they show. */
export interface PhotoRow {
  id: string;
  order_ref: string;
  shows: "item" | "packaging" | "label" | "other";
  created_at: number;
}

const photoKeys = { item: "photoOfItem", packaging: "photoOfPackaging", label: "photoOfLabel" } as const;
const kindWords: Readonly<Record<string, string>> = {
  damaged: "damaged",
  missing_items: "items missing",
  wrong_item: "wrong item",
  delivered_not_received: "not received",
  late: "late",
  lost: "lost",
};

/** What a report of a problem and the photos with it answer, so that it is asked once for all tickets about the order. */
export function factsFromReports(
  reports: readonly ReportRow[],
  photos: readonly PhotoRow[],
  ticketId: string,
  customerId: string | null,
): Fact[] {
  const facts: Fact[] = [];
  const add = (key: FactKey, value: string | null, source: FactSource, at: number, assurance: Fact["assurance"]) => {
    if (!value) return;
    facts.push({
      id: `rpt_${source.ref.slice(-26)}_${key}_${facts.length}`.replace(/[^A-Za-z0-9_-]/g, "").slice(0, 64),
      ticketId,
      customerId,
      key,
      value: value.slice(0, 2000),
      source,
      at: toInstant(at),
      assurance,
      freshUntil: null,
      supersededById: null,
    });
  };
  for (const report of reports) {
    const details: ProblemDetails = problemDetailsSchema.parse(JSON.parse(report.details));
    const source: FactSource = { kind: "form", ref: report.id, excerpt: details.text === "" ? null : details.text.slice(0, 200) };
    const say = (key: FactKey, value: string | null) => add(key, value, source, report.created_at, report.assurance);
    say("problem", [kindWords[report.kind] ?? foldText(report.kind).replaceAll("_", " "), details.text].filter(Boolean).join(": "));
    say("damageExtent", details.extent?.replaceAll("_", " ") ?? null);
    say("wantedOutcome", details.wantedOutcome);
  }
  // Counted for people; which one it is, the source says.
  const shown = { item: 0, packaging: 0, label: 0 };
  for (const photo of [...photos].sort((one, other) => one.created_at - other.created_at)) {
    if (photo.shows === "other") continue;
    add(
      photoKeys[photo.shows],
      `#${++shown[photo.shows]}`,
      { kind: "form", ref: photo.id, excerpt: null },
      photo.created_at,
      "orderMatched",
    );
  }
  return facts;
}
