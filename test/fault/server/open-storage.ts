import { postgres } from "@askonce/postgres";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";
import type { StorageSettings } from "./server-settings.ts";

export function openStorage(settings: StorageSettings): StorageV1 {
  if (settings.kind === "sqlite") return sqlite(settings.path);
  const { kind: _, ...options } = settings;
  return postgres(options);
}
