import { AskonceError, type Assurance, type ProblemDetails, type ReportableProblem, type SourceRef } from "@askonce/spec";
import { linkTicket } from "../incidents/incidents.ts";
import { openOrderIncident } from "../incidents/update-incidents.ts";
import { type CheckGround, checkOrder } from "../parcels/check-order.ts";
import { readDeliveryRows } from "../parcels/delivery-rows.ts";
import { hashSecret, randomSecret } from "../platform/secrets.ts";
import type { UnitOfWork } from "../storage/store.ts";

export interface ProblemToReport {
  orderRef: SourceRef;
  /** `null`: the order's only parcel, or all of the order. */
  parcelId: string | null;
  kind: ReportableProblem;
  by: "customer" | "agent";
  details: ProblemDetails;
  ticketId: string | null;
  assurance: Assurance;
}

export interface ReportedProblem {
  reportId: string;
  parcelId: string | null;
  incidentId: string | null;
  /** The same had been reported and is not over: this is one with it. */
  known: boolean;
  /** Under which photos can be added. */
  upload: { token: string; until: number };
}

const uploadForMs = 24 * 3_600_000;

/**
 * Writes a problem down and looks at the order with it, which opens its incident. The same problem of the same parcel reported again is one
 * report: what is new in it is added.
 *
 * @throws AskonceError `ORDER_NOT_FOUND`, `PARCEL_NOT_FOUND`
 */
export async function reportProblem(unit: UnitOfWork, ground: CheckGround, problem: ProblemToReport): Promise<ReportedProblem> {
  const { store, platform } = ground;
  const { orderRef, kind } = problem;
  const [rows] = await readDeliveryRows(unit.database, store.shopId, [orderRef]);
  if (!rows) throw new AskonceError("ORDER_NOT_FOUND");
  const [only, ...others] = rows.parcels;
  const parcelId = problem.parcelId ?? (only && others.length === 0 ? only.id : null);
  if (parcelId !== null && !rows.parcels.some((row) => row.id === parcelId)) throw new AskonceError("PARCEL_NOT_FOUND");
  const known = await unit.database
    .selectFrom("problem_reports")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("order_ref", "=", orderRef)
    .where("kind", "=", kind)
    .where("cleared_at", "is", null)
    .execute();
  const same = known.find((row) => row.parcel_id === parcelId);
  const reportId = same?.id ?? platform.createId("rep");
  const upload = { token: randomSecret(), until: platform.clock.now() + uploadForMs };
  const uploadColumns = { upload_hash: await hashSecret(upload.token), upload_until: upload.until };
  if (same) {
    await unit.database
      .updateTable("problem_reports")
      .set({
        details: JSON.stringify(joined(JSON.parse(same.details) as ProblemDetails, problem.details)),
        ticket_id: same.ticket_id ?? problem.ticketId,
        ...uploadColumns,
      })
      .where("shop_id", "=", store.shopId)
      .where("id", "=", reportId)
      .execute();
  } else {
    await unit.database
      .insertInto("problem_reports")
      .values({
        shop_id: store.shopId,
        id: reportId,
        order_ref: orderRef,
        parcel_id: parcelId,
        kind,
        by: problem.by,
        details: JSON.stringify(problem.details),
        ticket_id: problem.ticketId,
        incident_id: null,
        assurance: problem.assurance,
        created_at: platform.clock.now(),
        cleared_at: null,
        ...uploadColumns,
      })
      .execute();
    unit.emit("problem.reported", { kind: "order", id: orderRef }, { reportId, orderRef, parcelId, kind, by: problem.by });
  }
  const [fresh] = await readDeliveryRows(unit.database, store.shopId, [orderRef]);
  const incidents = fresh ? await checkOrder(unit, ground, fresh) : [];
  const found = incidents.find((one) => one.kind === kind && one.closedAt === null && (one.parcelId === null || one.parcelId === parcelId));
  // Of an order with several parcels, or none, and no word which of them.
  const incident =
    found ??
    (parcelId === null && fresh
      ? await openOrderIncident(unit, platform, store.shopId, {
          rows: fresh,
          kind,
          by: problem.by,
          settings: ground.settings,
          now: store.agreedNow(),
        })
      : undefined);
  if (incident) {
    if (problem.ticketId !== null) await linkTicket(unit, store, incident.id, problem.ticketId);
    await unit.database
      .updateTable("problem_reports")
      .set({ incident_id: incident.id })
      .where("shop_id", "=", store.shopId)
      .where("id", "=", reportId)
      .execute();
  }
  return { reportId, parcelId, incidentId: incident?.id ?? null, known: same !== undefined, upload };
}

/** What was said first stays; what was left open is filled in. */
function joined(before: ProblemDetails, now: ProblemDetails): ProblemDetails {
  return {
    items: before.items.length > 0 ? before.items : now.items,
    extent: before.extent ?? now.extent,
    packagingDamaged: before.packagingDamaged ?? now.packagingDamaged,
    wantedOutcome: before.wantedOutcome ?? now.wantedOutcome,
    text: [before.text, now.text]
      .filter((text, index, all) => text !== "" && all.indexOf(text) === index)
      .join("\n")
      .slice(0, 5000),
  };
}
