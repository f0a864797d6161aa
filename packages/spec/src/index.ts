export { type Address, addressSchema } from "./entities/address.ts";
export { type Agent, type AgentRole, agentRoleSchema, agentRoles, agentSchema } from "./entities/agent.ts";
export { type Assurance, assuranceLevels, assuranceSchema, isAtLeast } from "./entities/assurance.ts";
export { type Checkpoint, checkpointSchema, type TimeAssumption, timeAssumptionSchema } from "./entities/checkpoint.ts";
export { type Claim, type ClaimPacket, type ClaimPhoto, claimPacketSchema, claimSchema } from "./entities/claim-packet.ts";
export {
  type Context,
  type ContextCustomer,
  type ContextFact,
  type ContextOrder,
  contextCustomerSchema,
  contextFactSchema,
  contextOrderSchema,
  contextSchema,
  type OrderEvidence,
  orderEvidenceKinds,
  orderEvidenceSchema,
  type Provenance,
  provenanceSchema,
} from "./entities/context.ts";
export {
  type ContactPoint,
  type ContactPointKind,
  type Customer,
  contactPointKindSchema,
  contactPointSchema,
  customerSchema,
} from "./entities/customer.ts";
export {
  type DeliveryException,
  type DeliveryLeg,
  type DeliveryStatus,
  deliveryExceptionSchema,
  deliveryExceptions,
  deliveryLegSchema,
  deliveryStatuses,
  deliveryStatusSchema,
  type EvidenceSource,
  evidenceSourceSchema,
} from "./entities/delivery.ts";
export {
  type DeliveryExceptionRule,
  type DeliveryStatusRule,
  deliveryExceptionRules,
  deliveryStatusRules,
} from "./entities/delivery-model.ts";
export { type Fact, type FactKey, type FactSource, factKeySchema, factKeys, factSchema, factSourceSchema } from "./entities/fact.ts";
export {
  type Form,
  type FormField,
  type FormPurpose,
  formFieldSchema,
  formPurposeSchema,
  formPurposes,
  formSchema,
} from "./entities/form.ts";
export {
  type AskVerdict,
  askVerdictSchema,
  askVerdicts,
  type DraftAsk,
  type DraftCheck,
  type DraftDisclosure,
  draftAskSchema,
  draftCheckSchema,
  draftDisclosureSchema,
  type GuardMode,
  guardModeSchema,
  guardModes,
} from "./entities/guard.ts";
export {
  type HandOver,
  handOverSchema,
  type PacketPurpose,
  packetPurposeSchema,
} from "./entities/hand-over.ts";
export {
  type IdentityEvidence,
  type IdentityLink,
  type IdentityLinkState,
  identityEvidenceKinds,
  identityEvidenceSchema,
  identityLinkSchema,
  identityLinkStateSchema,
} from "./entities/identity-link.ts";
export {
  type Incident,
  type IncidentCause,
  type IncidentClosing,
  type IncidentDigest,
  type IncidentEvidence,
  type IncidentGroup,
  type IncidentKind,
  type IncidentState,
  incidentCauseSchema,
  incidentClosingSchema,
  incidentDigestSchema,
  incidentEvidenceSchema,
  incidentGroupSchema,
  incidentKindSchema,
  incidentKinds,
  incidentSchema,
  incidentStateSchema,
} from "./entities/incident.ts";
export { type Lateness, type LatenessState, latenessSchema, latenessStateSchema } from "./entities/lateness.ts";
export { minorUnitDigits } from "./entities/minor-units.ts";
export {
  type Discount,
  discountSchema,
  type Fulfillment,
  type FulfillmentStatus,
  fulfillmentSchema,
  fulfillmentStatusSchema,
  type Gap,
  gapSchema,
  type LineItem,
  lineItemSchema,
  type Order,
  type OrderCustomer,
  type OrderNote,
  type OrderReturn,
  type OrderStatus,
  orderCustomerSchema,
  orderNoteSchema,
  orderReturnSchema,
  orderSchema,
  orderStatusSchema,
  type PaymentStatus,
  paymentStatusSchema,
  type Refund,
  refundSchema,
} from "./entities/order.ts";
export {
  type ExceptionFact,
  exceptionFactSchema,
  type OrderDelivery,
  orderDeliverySchema,
  type ParcelDelivery,
  type ParcelPiece,
  type ParcelSource,
  parcelDeliverySchema,
  parcelPieceSchema,
  parcelSourceSchema,
  type UncountedReason,
  uncountedReasonSchema,
} from "./entities/order-delivery.ts";
export { type ContextPacket, contextPacketSchema, maxPacketBytes } from "./entities/packet.ts";
export { type LineQuantity, lineQuantitySchema, type Parcel, parcelSchema } from "./entities/parcel.ts";
export {
  type Photo,
  type PhotoSubject,
  type ProblemDetails,
  type ProblemReceipt,
  type ProblemReport,
  photoSchema,
  photoSubjectSchema,
  problemDetailsSchema,
  problemReceiptSchema,
  problemReportSchema,
  type ReportableProblem,
  reportableProblemSchema,
} from "./entities/problem-report.ts";
export {
  type CustomerPromise,
  type PromiseKind,
  type PromiseSource,
  type PromiseState,
  promiseKindSchema,
  promiseSchema,
  promiseSourceSchema,
  promiseStateSchema,
} from "./entities/promise.ts";
export { type Question, questionSchema } from "./entities/question.ts";
export { type Outcome, outcomeSchema, type Reason, reasonSchema } from "./entities/reason.ts";
export { type Remedy, remedySchema } from "./entities/remedy.ts";
export {
  type RepeatAskDimension,
  type RepeatAskRate,
  repeatAskDimensionSchema,
  repeatAskDimensions,
  repeatAskRateSchema,
} from "./entities/repeat-ask.ts";
export { type Shop, shopSchema } from "./entities/shop.ts";
export { parseSourceRef, sourceRef } from "./entities/source-ref.ts";
export { type Survey, surveySchema } from "./entities/survey.ts";
export { type Template, type TemplateStage, templateSchema, templateStageSchema } from "./entities/template.ts";
export {
  type Message,
  type MessageDirection,
  maxMessageLength,
  messageDirectionSchema,
  messageSchema,
  type Thread,
  type Ticket,
  type TicketStatus,
  threadSchema,
  ticketSchema,
  ticketStatusSchema,
  type WaitingFor,
  waitingForSchema,
} from "./entities/ticket.ts";
export {
  type DualMoney,
  dualMoneySchema,
  type Id,
  type Instant,
  idSchema,
  instantSchema,
  type Language,
  languageSchema,
  linkSchema,
  type Money,
  moneySchema,
  type SourceRef,
  type SupportedLanguage,
  sourceRefSchema,
  supportedLanguages,
} from "./entities/values.ts";
export { type WebhookDelivery, type WebhookEndpoint, webhookDeliverySchema, webhookEndpointSchema } from "./entities/webhook.ts";
export {
  type WebhookDeliveryState,
  type WebhookDisabledReason,
  type WebhookEndpointState,
  webhookDeliveryStateSchema,
  webhookDisabledReasonSchema,
  webhookEndpointStateSchema,
} from "./entities/webhook-state.ts";
export { type WhereIsAnswer, whereIsAnswerSchema } from "./entities/where-is.ts";
export { AskonceError, type AskonceErrorOptions } from "./errors/askonce-error.ts";
export { defineErrors, type ErrorCode, type ErrorDefinition, errorCodes } from "./errors/error-codes.ts";
export { type Problem, problemSchema, problemTypeBase, toProblem } from "./errors/problem.ts";
export { type Actor, type AskonceEvent, actorSchema, eventEnvelopeSchema } from "./events/event.ts";
export { type EventData, type EventType, eventData, eventTypes } from "./events/event-types.ts";
export { defaultMaxBodyBytes, defaultMaxDepth, type JsonValue, type ParseJsonOptions, parseJson } from "./json/parse-json.ts";
export { normalizeEmail } from "./normalize/email.ts";
export { foldText } from "./normalize/fold-text.ts";
export { normalizeOrderNumber } from "./normalize/order-number.ts";
export { normalizePhone } from "./normalize/phone.ts";
export { normalizePostcode } from "./normalize/postcode.ts";
export { normalizeTrackingNumber } from "./normalize/tracking-number.ts";
export type { AdapterBase, CheckItem, CheckReport } from "./ports/adapter.ts";
export type { AdapterContext, CallPriority, Clock, Logger } from "./ports/adapter-context.ts";
export type { Authenticate, AuthenticatedAgent } from "./ports/authenticate.ts";
export type {
  CarrierAdapterV1,
  CarrierChangesPage,
  CarrierChangesRequest,
  CarrierEstimate,
  PickupPoint,
  TrackedParcel,
  TrackedPiece,
} from "./ports/carrier.ts";
export type { ChannelAdapterV1, ChannelLimits, InboundMessage, OutboundMessage } from "./ports/channel.ts";
export type { FilesV1 } from "./ports/files.ts";
export type {
  ChangesPage,
  ChangesRequest,
  FoundOrders,
  InboundWebhook,
  OmittedField,
  OrderQuery,
  OrderSnapshot,
  StorefrontActionGroup,
  StorefrontActionRequest,
  StorefrontAdapterV1,
  StorefrontEvent,
  WebhookReceipt,
} from "./ports/storefront.ts";
