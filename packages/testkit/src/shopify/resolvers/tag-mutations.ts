import { type ExecutionContext, isVisible } from "../context.ts";
import type { CustomerRecord, OrderRecord } from "../records.ts";
import { customerByGid, orderByGid } from "../store.ts";
import { userError } from "../user-error.ts";
import type { FieldArguments } from "./field-resolvers.ts";

export function addTags(given: FieldArguments, context: ExecutionContext): unknown {
  return retag(given, context, (tags, asked) => [...tags, ...asked.filter((tag) => !hasTag(tags, tag))]);
}

export function removeTags(given: FieldArguments, context: ExecutionContext): unknown {
  return retag(given, context, (tags, asked) => tags.filter((tag) => !hasTag(asked, tag)));
}

function hasTag(tags: readonly string[], tag: string): boolean {
  return tags.some((candidate) => candidate.toLowerCase() === tag.toLowerCase());
}

function retag(given: FieldArguments, context: ExecutionContext, change: (tags: string[], asked: string[]) => string[]): unknown {
  const order = orderByGid(context.store, String(given.id));
  const node: OrderRecord | CustomerRecord | undefined =
    order && isVisible(context, order) ? order : customerByGid(context.store, String(given.id));
  if (!node) return { node: null, userErrors: [userError(["id"], "invalid id")] };
  const tags = change(node.tags, given.tags as string[]);
  if (node.__typename === "Order") context.changes.updateOrder(node, { tags });
  else context.changes.updateCustomer(node, { tags });
  return { node, userErrors: [] };
}
