import * as z from "zod";
import { formPurposeSchema, formSchema } from "../entities/form.ts";
import { packetPurposeSchema } from "../entities/hand-over.ts";
import { contextPacketSchema } from "../entities/packet.ts";
import { reportableProblemSchema } from "../entities/problem-report.ts";
import { idSchema, instantSchema, supportedLanguages } from "../entities/values.ts";
import { agentEndpoint, publicEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";

const address = z.object({
  email: z.string().trim().min(3).max(320).optional(),
  phone: z.string().trim().min(5).max(40).optional(),
});
const oneAddress = (query: { email?: string | undefined; phone?: string | undefined }) =>
  (query.email === undefined) !== (query.phone === undefined);
const oneAddressMessage = { message: "Give either email or phone" };
const language = z.enum(supportedLanguages).optional();

/** One-time codes: how somebody without a signed identity proves that an address is theirs. */
export const verificationsContract = {
  start: publicEndpoint
    .route({
      method: "POST",
      path: "/verifications",
      summary: "Sends a one-time code to an address",
      description: "Whether the address is known cannot be told from the answer or its time. Without a way to send codes, none is sent.",
      tags: ["identity"],
      successStatus: 202,
    })
    .input(address.extend({ language }).refine(oneAddress, oneAddressMessage))
    .output(z.object({ expiresAt: instantSchema })),
  confirm: publicEndpoint
    .route({
      method: "POST",
      path: "/verifications/confirm",
      summary: "Exchanges a code for a token of the customer's",
      description: "The token is used as a bearer token on the `/my` paths, for half an hour.",
      tags: ["identity"],
      successStatus: 200,
    })
    .input(address.extend({ code: z.string().trim().min(4).max(12) }).refine(oneAddress, oneAddressMessage))
    .output(z.object({ token: z.string(), expiresAt: instantSchema }))
    .errors(contractErrors("VERIFICATION_FAILED")),
};

/** Forms for people who are not signed in; nothing that is known of anybody is in the answer. */
export const formsContract = {
  get: publicEndpoint
    .route({ method: "GET", path: "/forms/{purpose}", summary: "What a form asks a guest", tags: ["forms"] })
    .input(z.object({ purpose: formPurposeSchema, kind: reportableProblemSchema.optional(), language }))
    .output(formSchema),
};

/** What goes with a ticket from one to the next. */
export const packetsContract = {
  make: agentEndpoint
    .route({
      method: "POST",
      path: "/tickets/{ticketId}/packet",
      summary: "Makes a signed packet of everything known about a ticket",
      tags: ["packets"],
      successStatus: 201,
    })
    .input(
      z.object({
        ticketId: idSchema,
        purpose: packetPurposeSchema.default("system"),
        note: z.string().trim().max(2000).optional(),
        /** In milliseconds. Default a day, at most thirty. */
        lifetimeMs: z.int().min(60_000).max(2_592_000_000).default(86_400_000),
      }),
    )
    .output(z.object({ token: z.string(), packet: contextPacketSchema }))
    .errors(contractErrors("TICKET_NOT_FOUND")),
  read: publicEndpoint
    .route({
      method: "POST",
      path: "/packets/read",
      summary: "Checks a packet and gives its content",
      description: "The packet is its own credential: whoever has it may read it until it is over.",
      tags: ["packets"],
      successStatus: 200,
    })
    .input(z.object({ token: z.string().min(20).max(40_000) }))
    .output(contextPacketSchema)
    .errors(contractErrors("PACKET_INVALID")),
};
