import type { FilesV1 } from "@askonce/spec";
import type { AskonceConfig, LocalFilesConfig } from "./config.ts";

/** The identity secrets that are there: a name that is missing in the environment gives an empty one. */
export function identitySecrets({ identity }: AskonceConfig): string[] {
  return (identity?.secrets ?? []).filter((secret) => secret !== undefined && secret !== "").map(String);
}

/** The keys of packets that are there. */
export function packetKeys({ packets }: AskonceConfig): { id: string; secret: string }[] {
  return (packets?.keys ?? []).flatMap(({ id, secret }) => (secret ? [{ id, secret }] : []));
}

export function isOwnFiles(files: LocalFilesConfig | FilesV1): files is FilesV1 {
  return "kind" in files && files.kind === "files";
}
