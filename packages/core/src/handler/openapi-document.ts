import * as spec from "@askonce/spec";
import {
  carrierStateSchema,
  contract,
  disclosedOrderSchema,
  ownMessageSchema,
  ownTicketSchema,
  storefrontStateSchema,
} from "@askonce/spec/contract";
import { type OpenAPI, OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { describeErrors } from "./openapi-errors.ts";

/** The entities under their names, so that a client generated from the document has types with names. */
const entities = {
  Problem: spec.problemSchema,
  Address: spec.addressSchema,
  Agent: spec.agentSchema,
  CarrierState: carrierStateSchema,
  Checkpoint: spec.checkpointSchema,
  Claim: spec.claimSchema,
  ContactPoint: spec.contactPointSchema,
  Context: spec.contextSchema,
  ContextCustomer: spec.contextCustomerSchema,
  ContextFact: spec.contextFactSchema,
  ContextOrder: spec.contextOrderSchema,
  Customer: spec.customerSchema,
  DisclosedOrder: disclosedOrderSchema,
  ContextPacket: spec.contextPacketSchema,
  Discount: spec.discountSchema,
  DraftAsk: spec.draftAskSchema,
  DraftCheck: spec.draftCheckSchema,
  DualMoney: spec.dualMoneySchema,
  Event: spec.eventEnvelopeSchema,
  ExceptionFact: spec.exceptionFactSchema,
  Fact: spec.factSchema,
  Form: spec.formSchema,
  Fulfillment: spec.fulfillmentSchema,
  Gap: spec.gapSchema,
  HandOver: spec.handOverSchema,
  IdentityLink: spec.identityLinkSchema,
  Incident: spec.incidentSchema,
  IncidentDigest: spec.incidentDigestSchema,
  IncidentEvidence: spec.incidentEvidenceSchema,
  IncidentGroup: spec.incidentGroupSchema,
  Lateness: spec.latenessSchema,
  LineItem: spec.lineItemSchema,
  Message: spec.messageSchema,
  Money: spec.moneySchema,
  Order: spec.orderSchema,
  OrderCustomer: spec.orderCustomerSchema,
  OrderDelivery: spec.orderDeliverySchema,
  OrderEvidence: spec.orderEvidenceSchema,
  OrderNote: spec.orderNoteSchema,
  OrderReturn: spec.orderReturnSchema,
  OwnMessage: ownMessageSchema,
  OwnTicket: ownTicketSchema,
  Parcel: spec.parcelSchema,
  ParcelDelivery: spec.parcelDeliverySchema,
  ParcelPiece: spec.parcelPieceSchema,
  ParcelSource: spec.parcelSourceSchema,
  Photo: spec.photoSchema,
  ProblemReceipt: spec.problemReceiptSchema,
  Promise: spec.promiseSchema,
  Provenance: spec.provenanceSchema,
  Question: spec.questionSchema,
  Refund: spec.refundSchema,
  RepeatAskRate: spec.repeatAskRateSchema,
  StorefrontState: storefrontStateSchema,
  Ticket: spec.ticketSchema,
  WhereIsAnswer: spec.whereIsAnswerSchema,
};

/** The API as an OpenAPI 3.1 document, derived from the contract. */
export async function createOpenApiDocument(serverPath: string, version: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: "askonce",
      version,
      description:
        "Tickets, customers, orders and facts of one shop. Agents send a bearer token, customers a signed identity token. Errors are RFC 9457 problem details with a stable `code`.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: serverPath }],
    commonSchemas: Object.fromEntries(Object.entries(entities).map(([name, schema]) => [name, { schema, strategy: "output" as const }])),
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
    security: [{ bearer: [] }],
    customErrorResponseBodySchema: () => ({ $ref: "#/components/schemas/Problem" }),
  });
  return describeErrors(document);
}
