import type { ExecutionContext } from "../context.ts";
import { gid } from "../ids.ts";
import type { BulkOperationRecord } from "../store.ts";
import type { FieldResolvers } from "./field-resolvers.ts";

function done(operation: BulkOperationRecord, context: ExecutionContext): boolean {
  return context.now >= operation.finishesAt;
}

export const bulkOperationResolvers: FieldResolvers<BulkOperationRecord> = {
  id: (operation) => gid("BulkOperation", operation.id),
  status: (operation, _given, context) => (done(operation, context) ? operation.status : "RUNNING"),
  type: () => "QUERY",
  completedAt: (operation, _given, context) => (done(operation, context) ? operation.completedAt : null),
  url: (operation, _given, context) => (done(operation, context) ? operation.url : null),
  partialDataUrl: () => null,
  fileSize: (operation, _given, context) =>
    done(operation, context) && operation.url !== null ? String(Buffer.byteLength(operation.content)) : null,
  objectCount: (operation, _given, context) => String(done(operation, context) ? operation.objectCount : 0),
  rootObjectCount: (operation, _given, context) => String(done(operation, context) ? operation.rootObjectCount : 0),
};
