import {
  AskonceError,
  type Assurance,
  type FactKey,
  type Order,
  type ProblemDetails,
  type ProblemReceipt,
  type ReportableProblem,
  type SourceRef,
  type supportedLanguages,
} from "@askonce/spec";
import { answerLanguage } from "../answers/answer-language.ts";
import { type Caller, requireRole } from "../caller.ts";
import type { CheckGround } from "../parcels/check-order.ts";
import { toInstant } from "../platform/instants.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { createTicket } from "../tickets/create-ticket.ts";
import type { TicketServices } from "../tickets/ticket-services.ts";
import { ticketRow } from "../tickets/tickets.sql.ts";
import { fillProblemText, problemTexts } from "./problem-texts.ts";
import { type ReportedProblem, reportProblem } from "./report-problem.ts";

export interface ProblemInput {
  kind: ReportableProblem;
  parcelId: string | null;
  details: ProblemDetails;
  language?: (typeof supportedLanguages)[number] | undefined;
}

/** Problems that people report about orders: written down once, on a ticket, as an incident. */
export interface Problems {
  /** What a customer told an agent. @throws AskonceError `ORDER_NOT_FOUND`, `TICKET_NOT_FOUND`, `PARCEL_NOT_FOUND` */
  report(input: ProblemInput & { orderRef: SourceRef; ticketId?: string | undefined }, caller: Caller): Promise<ProblemReceipt>;
  /** What a customer says themselves, about an order that was proven to be theirs. Opens a ticket, or goes onto the one there is. */
  receive(
    order: Pick<Order, "ref" | "number" | "email" | "language">,
    input: ProblemInput,
    from: { caller: Caller; assurance: Assurance; channel: string },
  ): Promise<ProblemReceipt>;
}

/** @param keepsPhotos whether there is a place for them; without one nobody is asked for any */
export function createProblems(ground: CheckGround, tickets: TicketServices, keepsPhotos: boolean): Problems {
  const { store } = ground;

  const receipt = (
    order: { number: string },
    input: ProblemInput,
    reported: ReportedProblem,
    ticketNumber: number | null,
    tag: string | null,
  ): ProblemReceipt => {
    const { language } = answerLanguage(input.language ?? tag ?? store.shop.language);
    const texts = problemTexts[language];
    const values = { number: order.number, ticket: ticketNumber === null ? "" : `#${ticketNumber}` };
    const sentence = reported.known ? texts.again : ticketNumber === null ? texts.received : texts.receivedWithTicket;
    const stillNeeded = neededFor(input).filter((key) => keepsPhotos || !key.startsWith("photo"));
    const wantsPhotos = stillNeeded.some((key) => key.startsWith("photo"));
    return {
      reportId: reported.reportId,
      kind: input.kind,
      ticketNumber,
      known: reported.known,
      stillNeeded,
      photoUpload: keepsPhotos ? { token: reported.upload.token, until: toInstant(reported.upload.until) } : null,
      text: [fillProblemText(sentence, values), ...(wantsPhotos ? [texts.photos] : [])].join(" "),
    };
  };

  return {
    async report({ orderRef, ticketId, ...input }, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const number = ticketId === undefined ? null : (await ticketRow(unit.database, store.shopId, ticketId)).number;
        const reported = await reportProblem(unit, ground, {
          ...input,
          orderRef,
          by: "agent",
          ticketId: ticketId ?? null,
          assurance: "claimed",
        });
        return receipt(await orderOf(unit, store.shopId, orderRef), input, reported, number, null);
      });
    },

    async receive(order, input, { caller, assurance, channel }) {
      return store.transact(caller, async (unit) => {
        const known = await unit.database
          .selectFrom("problem_reports")
          .innerJoin("tickets", (join) =>
            join.onRef("tickets.id", "=", "problem_reports.ticket_id").on("tickets.shop_id", "=", store.shopId),
          )
          .select(["tickets.id", "tickets.number"])
          .where("problem_reports.shop_id", "=", store.shopId)
          .where("problem_reports.order_ref", "=", order.ref)
          .where("problem_reports.kind", "=", input.kind)
          .where("problem_reports.cleared_at", "is", null)
          .where("tickets.status", "<>", "resolved")
          .executeTakeFirst();
        const ticket = known ?? (await openTicket(unit, tickets, order, input, { assurance, channel }));
        const reported = await reportProblem(unit, ground, {
          ...input,
          orderRef: order.ref,
          by: "customer",
          ticketId: ticket.id,
          assurance,
        });
        return receipt(order, input, reported, ticket.number, order.language);
      });
    },
  };
}

/** What a claim needs and nobody has said yet. */
function neededFor({ kind, details }: ProblemInput): FactKey[] {
  if (kind === "damaged")
    return [...(details.extent === null ? ["damageExtent" as const] : []), "photoOfItem", "photoOfPackaging", "photoOfLabel"];
  if (kind === "wrong_item") return ["photoOfItem", "photoOfLabel"];
  if (kind === "missing_items") return details.items.length === 0 ? ["item", "photoOfPackaging"] : ["photoOfPackaging"];
  return [];
}

async function openTicket(
  unit: UnitOfWork,
  services: TicketServices,
  order: Pick<Order, "ref" | "number" | "email" | "language">,
  input: ProblemInput,
  { assurance, channel }: { assurance: Assurance; channel: string },
): Promise<{ id: string; number: number }> {
  const { language } = answerLanguage(input.language ?? order.language ?? services.store.shop.language);
  const subject = fillProblemText(problemTexts[language].subject[input.kind], { number: order.number, ticket: "" });
  const ticket = await createTicket(unit, services, {
    subject,
    channel,
    // Whoever has only the postcode does not become the order's customer by it: the answer goes to the order's own address.
    ...(order.email === null ? {} : { customer: { email: order.email } }),
    assurance,
    language,
    tags: [input.kind.replaceAll("_", "-")],
    message: { text: input.details.text === "" ? subject : input.details.text },
  });
  const now = services.platform.clock.now();
  await unit.database
    .insertInto("ticket_orders")
    .values({
      shop_id: services.store.shopId,
      ticket_id: ticket.id,
      order_ref: order.ref,
      kind: "signedPage",
      detail: order.number,
      message_id: null,
      at: now,
      removed_at: null,
    })
    .execute();
  const evidence = { kind: "signedPage" as const, detail: order.number, messageId: null, at: toInstant(now) };
  unit.emit("ticket.order_linked", { kind: "ticket", id: ticket.id }, { ticketId: ticket.id, orderRef: order.ref, evidence });
  return { id: ticket.id, number: ticket.number };
}

async function orderOf(unit: UnitOfWork, shopId: string, ref: string): Promise<{ number: string }> {
  const row = await unit.database
    .selectFrom("orders")
    .select("number")
    .where("shop_id", "=", shopId)
    .where("ref", "=", ref)
    .executeTakeFirst();
  if (!row) throw new AskonceError("ORDER_NOT_FOUND");
  return row;
}
