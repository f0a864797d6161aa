import type {
  Assurance,
  ContactPointKind,
  DeliveryException,
  DeliveryStatus,
  EvidenceSource,
  FulfillmentStatus,
  Gap,
  OrderEvidence,
  OrderReturn,
  OrderStatus,
  PaymentStatus,
  TicketStatus,
} from "@askonce/spec";

/** One word for every value of the vocabulary, so that a new status without a translation does not compile. */
export interface WordTables {
  deliveryStatus: Record<DeliveryStatus, string>;
  exception: Record<DeliveryException, string>;
  saidBy: Record<EvidenceSource, string>;
  orderStatus: Record<OrderStatus, string>;
  paymentStatus: Record<PaymentStatus, string>;
  fulfillmentStatus: Record<FulfillmentStatus, string>;
  returnStatus: Record<OrderReturn["status"], string>;
  assurance: Record<Assurance, string>;
  contactKind: Record<ContactPointKind, string>;
  evidence: Record<OrderEvidence["kind"], string>;
  ticketStatus: Record<TicketStatus, string>;
  sourceState: Record<"never" | "filling" | "complete" | "failing", string>;
  gapReason: Record<Gap["reason"], string>;
  /** Fields of an order that adapters report as missing; another one is shown by its own name. */
  gapField: Record<string, string>;
}
