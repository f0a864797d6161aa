import { oc } from "@orpc/contract";
import { contractErrors } from "./errors.ts";

/** For everybody, without credentials. */
export const publicEndpoint = oc.errors(contractErrors("VALIDATION_FAILED", "TOO_MANY_REQUESTS"));

/** For agents with a bearer token (or what `authenticate` of the embedding application accepts). */
export const agentEndpoint = oc.errors(contractErrors("VALIDATION_FAILED", "UNAUTHENTICATED", "FORBIDDEN"));

/** For customers with a signed identity token. */
export const customerEndpoint = oc.errors(contractErrors("VALIDATION_FAILED", "UNAUTHENTICATED", "TOO_MANY_REQUESTS"));
