import { execute, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";
import type { ExecutionContext } from "./context.ts";
import { shopifyInstant } from "./instant.ts";
import { prepareDocument } from "./prepared-document.ts";
import { fieldResolver, typeResolver } from "./resolvers/field-resolver.ts";
import { adminSchema } from "./schema.ts";
import type { BulkOperationRecord } from "./store.ts";

/** The path the results are downloaded from. */
export const bulkPathPrefix = "/simulator/bulk/";

/**
 * Runs a bulk query and keeps its JSONL: connections give everything, each node is a line, a child line carries `__parentId`.
 *
 * @param durationMs how long `bulkOperation` says RUNNING
 */
export async function runBulkQuery(
  query: string,
  context: ExecutionContext,
  durationMs: number,
): Promise<BulkOperationRecord | { problem: string }> {
  const prepared = prepareDocument(query, context.version);
  if (prepared.errors.length > 0) return { problem: "Invalid bulk query: the query is not valid" };
  const operation = prepared.operations[0];
  if (prepared.operations.length !== 1 || operation?.operation !== "query")
    return { problem: "Bulk queries must contain exactly one query" };
  const connections = connectionDepths(operation.selectionSet, prepared.fragments, 0);
  if (connections.length === 0) return { problem: "Bulk queries must contain at least one connection." };
  if (connections.length > 5) return { problem: "Bulk queries cannot contain more than 5 connections." };
  if (Math.max(...connections) > 2) return { problem: "Bulk queries cannot contain connections with a nesting depth greater than 2." };

  const result = await execute({
    schema: adminSchema(context.version),
    document: prepared.document,
    contextValue: { ...context, unpaged: true },
    rootValue: {},
    fieldResolver,
    typeResolver,
  });
  const id = context.store.ids.next("BulkOperation");
  const failed = result.errors !== undefined && result.errors.length > 0;
  const lines = failed ? [] : linesOf(result.data);
  const record: BulkOperationRecord = {
    id,
    status: failed ? "FAILED" : "COMPLETED",
    errorCode: failed
      ? result.errors?.some((error) => error.extensions.code === "ACCESS_DENIED")
        ? "ACCESS_DENIED"
        : "INTERNAL_SERVER_ERROR"
      : null,
    query,
    createdAt: shopifyInstant(context.now),
    finishesAt: context.now + durationMs,
    completedAt: shopifyInstant(context.now + durationMs),
    url: lines.length === 0 ? null : `${context.origin}${bulkPathPrefix}${id}.jsonl`,
    content: lines.map((line) => `${JSON.stringify(line.value)}\n`).join(""),
    objectCount: lines.length,
    rootObjectCount: lines.filter((line) => line.parent === null).length,
  };
  context.store.bulkOperations.set(id, record);
  return record;
}

/** The nesting depth of every connection in a selection, 1 for the outermost; fields that select `nodes` or `edges` are connections. */
function connectionDepths(selections: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, depth: number): number[] {
  return selections.selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment ? connectionDepths(fragment.selectionSet, fragments, depth) : [];
    }
    if (!selection.selectionSet) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return connectionDepths(selection.selectionSet, fragments, depth);
    const here = isConnection(selection) ? depth + 1 : depth;
    const inner = connectionDepths(selection.selectionSet, fragments, here);
    return here > depth ? [here, ...inner] : inner;
  });
}

function isConnection(field: FieldNode): boolean {
  return (field.selectionSet?.selections ?? []).some(
    (selection) => selection.kind === Kind.FIELD && (selection.name.value === "edges" || selection.name.value === "nodes"),
  );
}

interface BulkLine {
  parent: string | null;
  value: Record<string, unknown>;
}

function linesOf(data: unknown): BulkLine[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap((value) => (isConnectionValue(value) ? nodesOf(value).flatMap((node) => nodeLines(node, null)) : []));
}

function nodeLines(node: unknown, parent: string | null): BulkLine[] {
  if (typeof node !== "object" || node === null) return [];
  const value: Record<string, unknown> = {};
  const children: unknown[] = [];
  for (const [name, entry] of Object.entries(node)) {
    if (isConnectionValue(entry)) children.push(...nodesOf(entry));
    else value[name] = entry;
  }
  if (parent !== null) value.__parentId = parent;
  const id = typeof value.id === "string" ? value.id : null;
  return [{ parent, value }, ...children.flatMap((child) => nodeLines(child, id))];
}

function isConnectionValue(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    (Array.isArray((value as { edges?: unknown }).edges) || Array.isArray((value as { nodes?: unknown }).nodes))
  );
}

function nodesOf(connection: Record<string, unknown>): unknown[] {
  if (Array.isArray(connection.nodes)) return connection.nodes;
  return (connection.edges as { node: unknown }[]).map((edge) => edge.node);
}
