import { wellFormed } from "../platform/well-formed.ts";

/** Shown in the browser: pictures that cannot hold a script. Everything else is only downloaded. */
const shownInline = new Set(["image/jpeg", "image/png", "image/webp"]);
/** Downloaded under its own type; the rest as bytes, so that no program opens it as what its sender says it is. */
const downloadedAsIs = new Set(["application/pdf", "text/plain", "text/csv", "image/gif", "image/heic", "image/avif", "video/mp4"]);

/**
 * The answer that carries a file. Whatever somebody uploaded, the browser takes it for nothing but what is said here, runs nothing in it, and keeps
 * no copy; the page's address, which holds the signature, is told to nobody.
 */
export function fileResponse(file: { bytes: Uint8Array<ArrayBuffer>; contentType: string; fileName?: string }): Response {
  const inline = shownInline.has(file.contentType);
  const contentType = inline || downloadedAsIs.has(file.contentType) ? file.contentType : "application/octet-stream";
  return new Response(file.bytes, {
    headers: {
      "content-type": contentType === "text/plain" || contentType === "text/csv" ? `${contentType}; charset=utf-8` : contentType,
      "content-length": String(file.bytes.length),
      "content-disposition": `${inline ? "inline" : "attachment"}${dispositionName(file.fileName)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    },
  });
}

/** RFC 6266 with RFC 8187: every character beyond letters, digits and a few marks is encoded. */
function dispositionName(fileName: string | undefined): string {
  const name = plainName(fileName ?? "");
  if (name === "") return "";
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `; filename*=UTF-8''${encoded}`;
}

/** The name without a path, without characters that cannot be seen (U+202E turns `gpj.exe` around), and not longer than a file system allows. */
export function plainName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? "";
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>:|?*]/gu, "").trim();
  return Array.from(wellFormed(visible).replace(/^\.+/, "")).slice(0, 120).join("");
}
