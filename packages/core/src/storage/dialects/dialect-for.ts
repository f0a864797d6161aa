import { AskonceError } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import type { SqlDialect } from "./dialect.ts";
import { postgresDialect } from "./postgres.ts";
import { sqliteDialect } from "./sqlite.ts";

/** @throws AskonceError `SPEC_VERSION_UNSUPPORTED`, `CONFIGURATION_INVALID` */
export function dialectFor(storage: StorageV1): SqlDialect {
  if (storage.specVersion !== "v1") throw new AskonceError("SPEC_VERSION_UNSUPPORTED", { details: { adapter: storage.id } });
  if (storage.flavor === "sqlite") return sqliteDialect;
  if (storage.flavor === "postgres") return postgresDialect;
  throw new AskonceError("CONFIGURATION_INVALID", { message: `Storage flavor ${String(storage.flavor)} is not supported by this version` });
}
