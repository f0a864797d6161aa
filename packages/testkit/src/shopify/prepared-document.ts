import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { describeValidationError } from "./error-format.ts";
import type { AdminVersion } from "./introspection.ts";
import { adminSchema } from "./schema.ts";
import { fragmentsOf } from "./validate-document.ts";

/** A document that was parsed and validated once. */
export interface PreparedDocument {
  document: DocumentNode;
  operations: OperationDefinitionNode[];
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Errors in Shopify's shape; empty when the document can run. */
  errors: unknown[];
}

const capacity = 200;
const prepared = new Map<string, PreparedDocument>();

/** Parses and validates a document; the last 200 are kept, because a client sends the same few over and over. */
export function prepareDocument(text: string, version: AdminVersion): PreparedDocument {
  const key = `${version} ${text}`;
  const known = prepared.get(key);
  if (known) return known;
  const made = prepare(text, version);
  const oldest = prepared.keys().next();
  if (prepared.size >= capacity && !oldest.done) prepared.delete(oldest.value);
  prepared.set(key, made);
  return made;
}

function prepare(text: string, version: AdminVersion): PreparedDocument {
  try {
    const document = parse(text);
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const errors = validate(adminSchema(version), document).map((error) => describeValidationError(error, document));
    return { document, operations, fragments: fragmentsOf(document), errors };
  } catch (cause) {
    if (!(cause instanceof GraphQLError)) throw cause;
    const errors = [{ message: cause.message, locations: cause.locations ?? [] }];
    return { document: { kind: Kind.DOCUMENT, definitions: [] }, operations: [], fragments: new Map(), errors };
  }
}
