import type { FilesV1 } from "@askonce/spec";

/** Files in memory, with links that lead back to the instance. */
export function memoryFiles(): FilesV1 & { stored: Map<string, { bytes: Uint8Array; contentType: string }> } {
  const stored = new Map<string, { bytes: Uint8Array; contentType: string }>();
  return {
    specVersion: "v1",
    kind: "files",
    stored,
    async put({ bytes, contentType }) {
      const key = `file${stored.size + 1}`;
      stored.set(key, { bytes, contentType });
      return { key };
    },
    get: async (key) => stored.get(key) ?? null,
    delete: async (key) => void stored.delete(key),
    link: async (key, expiresAt) => `/api/v1/files/${key}?until=${expiresAt}`,
    openLink(url, now) {
      const { pathname, searchParams } = new URL(url, "http://localhost");
      return now < Number(searchParams.get("until")) ? (pathname.split("/").at(-1) ?? null) : null;
    },
  };
}
