import {
  AskonceError,
  type Claim,
  type ClaimPacket,
  type FilesV1,
  type Incident,
  type Order,
  type ProblemDetails,
  type SourceRef,
  type SupportedLanguage,
  supportedLanguages,
} from "@askonce/spec";
import { type Caller, requireRole } from "../caller.ts";
import type { Carriers } from "../carriers/carriers.ts";
import type { Orders } from "../orders/orders.ts";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Incidents } from "./incidents.ts";

/** What is given to a courier who has to decide about a claim. */
export interface Claims {
  /** With the photos' bytes, for a document. @throws AskonceError `INCIDENT_NOT_FOUND`, `CLAIM_INCOMPLETE` */
  packet(incidentId: string, language: SupportedLanguage | undefined, caller: Caller): Promise<ClaimPacket>;
  /** As JSON, with links to the photos. @throws AskonceError `INCIDENT_NOT_FOUND`, `CLAIM_INCOMPLETE` */
  read(incidentId: string, language: SupportedLanguage | undefined, caller: Caller): Promise<Claim>;
}

export interface ClaimGround {
  store: Store;
  platform: Platform;
  carriers: Carriers;
  settings: DeliverySettings;
  orders: Orders;
  incidents: Incidents;
  files: FilesV1 | null;
}

const linkForMs = 3_600_000;
const dayMs = 24 * 3_600_000;

export function createClaims({ store, platform, carriers, settings, orders, incidents, files }: ClaimGround): Claims {
  const photosOf = async (orderRef: SourceRef) =>
    (await store.ready())
      .selectFrom("photos")
      .selectAll()
      .where("shop_id", "=", store.shopId)
      .where("order_ref", "=", orderRef)
      .orderBy("created_at")
      .limit(24)
      .execute();

  const reportOf = async (orderRef: SourceRef, incident: Incident) =>
    (await store.ready())
      .selectFrom("problem_reports")
      .selectAll()
      .where("shop_id", "=", store.shopId)
      .where("order_ref", "=", orderRef)
      .where("kind", "=", incident.kind)
      .orderBy("created_at")
      .executeTakeFirst();

  const packetWithoutPhotos = async (incidentId: string, wanted: SupportedLanguage | undefined, caller: Caller) => {
    const incident = await incidents.get(incidentId, caller);
    if (incident.orderRef === null) throw new AskonceError("CLAIM_INCOMPLETE");
    const { order, delivery } = await orders.get(incident.orderRef, caller);
    const parcel = order.parcels.find((one) => one.id === incident.parcelId) ?? (order.parcels.length === 1 ? order.parcels[0] : undefined);
    if (!parcel || parcel.trackingNumber === null) throw new AskonceError("CLAIM_INCOMPLETE");
    const report = await reportOf(incident.orderRef, incident);
    const details = report === undefined ? null : (JSON.parse(report.details) as ProblemDetails);
    const { zone } = settings.calendarOf(order.shippingAddress?.countryCode ?? null);
    const shopLanguage = supportedLanguages.find((one) => one === store.shop.language.slice(0, 2)) ?? "en";
    const dueAt = delivery.parcels.find((one) => one.parcelId === parcel.id)?.lateness.dueAt ?? null;
    return {
      orderRef: incident.orderRef,
      packet: {
        language: wanted ?? shopLanguage,
        reference: incident.id,
        preparedAt: toInstant(platform.clock.now()),
        zone,
        shop: { name: store.shop.name, address: null, email: null, phone: null },
        orderNumber: order.number,
        parcel: {
          carrier: parcel.carrier ?? "-",
          trackingNumber: parcel.trackingNumber,
          shippedAt: parcel.shippedAt,
          deliveredAt: parcel.deliveredAt,
          recipient: recipientOf(order),
        },
        incident: { kind: incident.kind, openedAt: incident.openedAt, evidence: incident.evidence },
        items: claimedItems(order, details),
        statement:
          details === null || details.text === "" || report === undefined
            ? null
            : { text: details.text, language: order.language ?? shopLanguage, at: toInstant(report.created_at) },
        packaging: null,
        history: parcel.checkpoints,
        deadline: deadlineOf(incident, carriers, parcel.carrier, parcel.deliveredAt ?? dueAt),
        asked: [],
      } satisfies Omit<ClaimPacket, "photos">,
    };
  };

  return {
    async packet(incidentId, language, caller) {
      requireRole(caller, "agent");
      const { orderRef, packet } = await packetWithoutPhotos(incidentId, language, caller);
      const photos: ClaimPacket["photos"] = [];
      for (const row of files === null ? [] : await photosOf(orderRef)) {
        const file = await files?.get(row.file_key);
        if (file) photos.push({ bytes: file.bytes, caption: row.shows, takenAt: null, receivedAt: toInstant(row.created_at) });
      }
      return { ...packet, photos };
    },
    async read(incidentId, language, caller) {
      requireRole(caller, "agent");
      const { orderRef, packet } = await packetWithoutPhotos(incidentId, language, caller);
      const rows = files === null ? [] : await photosOf(orderRef);
      const photos = await Promise.all(
        rows.map(async (row) => ({
          caption: row.shows,
          takenAt: null,
          receivedAt: toInstant(row.created_at),
          url: (await files?.link(row.file_key, platform.clock.now() + linkForMs)) ?? "",
        })),
      );
      return { ...packet, photos };
    },
  };
}

function recipientOf({ shippingAddress }: Order): string | null {
  if (!shippingAddress) return null;
  const { name, line1, line2, postcode, city, countryCode } = shippingAddress;
  const text = [name, line1, line2, [postcode, city].filter(Boolean).join(" "), countryCode].filter(Boolean).join(", ");
  return text === "" ? null : text;
}

/** The lines that were named, or all of the order's: a claim is about goods. */
function claimedItems(order: Order, details: ProblemDetails | null): ClaimPacket["items"] {
  const named = details?.items ?? [];
  return order.items
    .filter((item) => named.length === 0 || named.some((one) => one.lineItemId === item.id))
    .map((item) => ({
      title: item.title.slice(0, 300) || "-",
      sku: item.sku === null || item.sku === "" ? null : item.sku.slice(0, 300),
      quantity: Math.max(1, named.find((one) => one.lineItemId === item.id)?.quantity ?? item.quantity),
      unitValue: item.unitPrice.presentment ?? item.unitPrice.shop,
      note: null,
    }));
}

/** Only what the courier's adapter can name a source for. */
function deadlineOf(incident: Incident, carriers: Carriers, carrierName: string | null, from: string | null): ClaimPacket["deadline"] {
  if (from === null) return null;
  const kind = incident.kind === "lost" ? "lost" : "damaged";
  for (const carrier of carriers.forCarrierName(carrierName)) {
    const days = carrier.claims?.deadlines[kind];
    if (days == null || !carrier.claims) continue;
    return { date: toInstant(Date.parse(from) + days * dayMs).slice(0, 10), source: carrier.claims.deadlines.source };
  }
  return null;
}
