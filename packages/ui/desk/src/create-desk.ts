import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

export interface DeskOptions {
  /** Where the desk is mounted, for example `/desk`. Default: `/`. */
  basePath?: string;
  /**
   * Where askonce is mounted, absolute or relative to the desk's page; `/api/v1` is added. Default: beside the desk, so a desk at `/desk`
   * expects `/desk/api/v1` unless this says `/`.
   */
  apiBaseUrl?: string;
  /** The folder of the built application. Default: the one in this package. */
  directory?: URL;
}

/** Answers requests for the desk, and `null` for every other path. */
export type Desk = (request: Request) => Promise<Response | null>;

const types = {
  "index.html": "text/html; charset=utf-8",
  "desk.js": "text/javascript; charset=utf-8",
  "desk.css": "text/css; charset=utf-8",
};
type FileName = keyof typeof types;

interface File {
  type: string;
  etag: string;
  plain: Uint8Array<ArrayBuffer>;
  zipped: Uint8Array<ArrayBuffer>;
}

/**
 * Serves the agents' workspace: three files, read once, with a strict content security policy.
 *
 * @throws Error when the application was not built
 */
export function createDesk(options: DeskOptions = {}): Desk {
  const base = `/${options.basePath ?? ""}/`.replace(/\/{2,}/g, "/");
  const apiBaseUrl = options.apiBaseUrl ?? ".";
  const directory = options.directory ?? findApplication();
  const files = new Map((Object.keys(types) as FileName[]).map((name) => [name, readFile(directory, name, apiBaseUrl)]));
  const headers = securityHeaders(apiBaseUrl);

  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (pathname === base.slice(0, -1) && base !== "/") return new Response(null, { status: 308, headers: { location: base + search } });
    if (!pathname.startsWith(base)) return null;
    const file = files.get((pathname.slice(base.length) || "index.html") as FileName);
    if (!file) return null;
    if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });

    const zip = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
    const common = { ...headers, etag: file.etag, "cache-control": "no-cache", vary: "accept-encoding" };
    if (request.headers.get("if-none-match")?.includes(file.etag)) return new Response(null, { status: 304, headers: common });
    const body = zip ? file.zipped : file.plain;
    return new Response(request.method === "HEAD" ? null : body, {
      headers: {
        ...common,
        "content-type": file.type,
        "content-length": String(body.byteLength),
        ...(zip ? { "content-encoding": "gzip" } : {}),
      },
    });
  };
}

/** Beside this module when built, in the package's `dist` when run from source. */
function findApplication(): URL {
  const candidates = [new URL("./app/", import.meta.url), new URL("../dist/app/", import.meta.url)];
  const found = candidates.find((directory) => existsSync(new URL("desk.js", directory)));
  if (!found) throw new Error("The desk is not built. Run: pnpm --filter @askonce/desk build");
  return found;
}

function readFile(directory: URL, name: FileName, apiBaseUrl: string): File {
  const content = readFileSync(new URL(name, directory));
  const plain = new Uint8Array(name === "index.html" ? Buffer.from(withApi(content.toString("utf8"), apiBaseUrl)) : content);
  const digest = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  // The same name for both encodings would let a cache mix them up.
  return { type: types[name], etag: `W/"${digest}"`, plain, zipped: new Uint8Array(gzipSync(plain, { level: 9 })) };
}

function withApi(page: string, apiBaseUrl: string): string {
  const escaped = apiBaseUrl.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  return page.replace('name="askonce-api" content="."', () => `name="askonce-api" content="${escaped}"`);
}

function securityHeaders(apiBaseUrl: string): Record<string, string> {
  const api = URL.parse(apiBaseUrl);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // Pictures of products come from the shop, photos of problems from the API or its place for files, wherever these are.
    "img-src 'self' data: https: http:",
    `connect-src 'self'${api ? ` ${api.origin}` : ""}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // The order panel's templates are made by Lit under its own name.
    "trusted-types lit-html",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
  };
}
