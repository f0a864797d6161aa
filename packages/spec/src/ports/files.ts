/** Where attachments live. Keys are unguessable; links are signed and expire. */
export interface FilesV1 {
  readonly specVersion: "v1";
  readonly kind: "files";
  put(file: { bytes: Uint8Array; contentType: string; fileName: string }): Promise<{ key: string }>;
  get(key: string): Promise<{ bytes: Uint8Array; contentType: string } | null>;
  delete(key: string): Promise<void>;
  /** A link that works until `expiresAt`, in milliseconds since the epoch. */
  link(key: string, expiresAt: number): Promise<string>;
  /** The key a link leads to, when links lead back to the instance; `null` for one that is over or was changed. */
  openLink?(url: string, now: number): string | null;
}
