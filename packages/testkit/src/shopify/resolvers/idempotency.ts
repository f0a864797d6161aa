import { type GraphQLResolveInfo, Kind, valueFromASTUntyped } from "graphql";
import type { ExecutionContext } from "../context.ts";
import { badRequest } from "../graphql-error.ts";

/** Mutations that are refused without `@idempotent(key:)` since 2026-04; the schema itself does not say so. */
const mustBeIdempotent: ReadonlySet<string> = new Set(["refundCreate"]);

/**
 * Runs a mutation once per key: the same key with the same arguments gives the first answer again.
 * How Shopify words the refusal of other arguments is not published; this one is the simulator's.
 */
export function runIdempotently(given: unknown, context: ExecutionContext, info: GraphQLResolveInfo, run: () => unknown): unknown {
  const directive = info.fieldNodes[0]?.directives?.find((candidate) => candidate.name.value === "idempotent");
  const node = directive?.arguments?.find((argument) => argument.name.value === "key")?.value;
  if (!node) {
    if (mustBeIdempotent.has(info.fieldName)) {
      throw badRequest("The @idempotent directive is required for this mutation but was not provided.");
    }
    return run();
  }
  const key = String(node.kind === Kind.VARIABLE ? info.variableValues.coerced[node.name.value] : valueFromASTUntyped(node));
  if (key.trim() === "") throw badRequest("The idempotency key cannot be blank.");
  const known = context.store.idempotent.get(key);
  const argumentsJson = JSON.stringify([info.fieldName, given]);
  if (known) {
    if (known.argumentsJson !== argumentsJson) throw badRequest("The idempotency key was already used with different arguments.");
    return known.answer;
  }
  const answer = run();
  context.store.idempotent.set(key, { argumentsJson, answer });
  return answer;
}
