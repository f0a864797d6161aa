import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AskonceError, type Clock, type FilesV1 } from "@askonce/spec";
import { plainName } from "../photos/file-response.ts";
import { systemClock } from "../platform/clock.ts";

export interface LocalFilesOptions {
  /** Where the files are kept: outside of every folder that a web server shows. Made when the first file comes. */
  directory: string;
  /** Signs links; at least 32 characters. Several while one is replaced: the first signs, each is accepted. */
  secret: string | readonly string[];
  /** What links begin with: a path, or an address and a path. Default: `/files` */
  baseUrl?: string;
  /** Of one file. Default: 25,000,000 */
  maxBytes?: number;
  /** Default: the machine's */
  clock?: Pick<Clock, "now">;
}

/** A file as it was given. */
export interface StoredFile {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  fileName: string;
}

export interface LocalFiles extends FilesV1 {
  get(key: string): Promise<StoredFile | null>;
  /**
   * The key that a link is for; `null` when it was not signed by us, was changed, or has expired at `now` (milliseconds since the epoch).
   * Host and path in front are not looked at beyond `baseUrl`'s path, because a proxy may have changed them.
   */
  openLink(url: string, now: number): string | null;
}

/** 256 random bits in hexadecimal: a file system that ignores the case of letters keeps them apart, too. */
const keyPattern = /^[0-9a-f]{64}$/;
const contentTypePattern = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,99}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}$/;
const leastSecretLength = 32;
/** What a crash left half-way is removed after this time. */
const abandonedAfterMs = 3_600_000;

/**
 * Files in a directory of this machine, for one process or several on the same disk. A file is written under another name with what is known of
 * it, forced to the disk, and moved to its place as a whole: it is there completely or not at all, also after a power cut. Its name never
 * becomes a path. Deleting removes the bytes; backups and the disk itself are the operator's.
 *
 * @throws AskonceError `CONFIGURATION_INVALID`
 */
export function localFiles(options: LocalFilesOptions): LocalFiles {
  const { maxBytes = 25_000_000, clock = systemClock } = options;
  const secrets = typeof options.secret === "string" ? [options.secret] : [...options.secret];
  if (secrets.length === 0 || secrets.some((secret) => secret.length < leastSecretLength)) {
    throw new AskonceError("CONFIGURATION_INVALID", {
      message: "A secret for links has at least 32 characters",
      details: { option: "secret" },
    });
  }
  const directory = resolve(options.directory);
  const incoming = join(directory, "incoming");
  const baseUrl = (options.baseUrl ?? "/files").replace(/\/+$/, "");
  const basePath = new URL(baseUrl || "/", "http://localhost").pathname.replace(/\/+$/, "");
  const folderOf = (key: string) => join(directory, key.slice(0, 2), key);
  let prepared: Promise<void> | null = null;

  function prepare(): Promise<void> {
    prepared ??= prepareDirectory(incoming, clock.now()).catch((error: unknown) => {
      prepared = null;
      throw error;
    });
    return prepared;
  }

  return {
    specVersion: "v1",
    kind: "files",

    /** @throws AskonceError `BODY_TOO_LARGE`, `VALIDATION_FAILED` (a content type that is none), `STORAGE_FAILED` */
    async put({ bytes, contentType, fileName }) {
      if (bytes.length > maxBytes) throw new AskonceError("BODY_TOO_LARGE", { details: { maxBytes } });
      const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
      if (!contentTypePattern.test(type)) throw new AskonceError("VALIDATION_FAILED", { details: { issues: [{ path: "contentType" }] } });
      const key = randomBytes(32).toString("hex");
      const arriving = join(incoming, key);
      const place = folderOf(key);
      await storing(async () => {
        await prepare();
        await mkdir(arriving, { mode: 0o700 });
        try {
          await writeDurably(join(arriving, "content"), bytes);
          const about = JSON.stringify({ contentType: type, fileName: plainName(fileName) });
          await writeDurably(join(arriving, "about.json"), Buffer.from(about));
          await syncDirectory(arriving);
          await mkdir(dirname(place), { mode: 0o700, recursive: true });
          await syncDirectory(directory);
          await rename(arriving, place);
          await syncDirectory(dirname(place));
        } catch (error) {
          await rm(arriving, { recursive: true, force: true });
          throw error;
        }
      });
      return { key };
    },

    /** `null` for a key that is none or whose file is gone. @throws AskonceError `STORAGE_FAILED` */
    async get(key) {
      if (!keyPattern.test(key)) return null;
      return storing(async () => {
        const about = await readWhole(join(folderOf(key), "about.json"));
        const bytes = await readWhole(join(folderOf(key), "content"));
        if (!about || !bytes) return null;
        const { contentType, fileName }: Omit<StoredFile, "bytes"> = JSON.parse(new TextDecoder().decode(about));
        return { bytes, contentType, fileName };
      });
    },

    /** What is gone already is no failure. @throws AskonceError `STORAGE_FAILED` */
    async delete(key) {
      if (!keyPattern.test(key)) return;
      const leaving = join(incoming, `${key}-deleted`);
      await storing(async () => {
        await prepare();
        // Moved first, so that nobody reads half of it, and what a crash leaves is found by the next start.
        if (!(await unlessMissing(rename(folderOf(key), leaving)))) return;
        await syncDirectory(dirname(folderOf(key)));
        await rm(leaving, { recursive: true, force: true });
      });
    },

    /** @throws AskonceError `VALIDATION_FAILED` for a key that is none, or a time that is no number */
    async link(key, expiresAt) {
      if (!keyPattern.test(key) || !Number.isSafeInteger(expiresAt) || expiresAt < 0) {
        throw new AskonceError("VALIDATION_FAILED", { message: "No link can be made for this key and time" });
      }
      const signature = sign(secrets[0] ?? "", key, String(expiresAt)).toString("base64url");
      return `${baseUrl}/${key}?expires=${expiresAt}&signature=${signature}`;
    },

    openLink(url, now) {
      if (url.length > 2_048 || !URL.canParse(url, "http://localhost")) return null;
      const { pathname, searchParams } = new URL(url, "http://localhost");
      const key = pathname.slice(basePath.length + 1);
      const expires = searchParams.get("expires") ?? "";
      if (pathname !== `${basePath}/${key}` || !keyPattern.test(key) || !/^(?:0|[1-9]\d{0,15})$/.test(expires)) return null;
      const given = Buffer.from(searchParams.get("signature") ?? "", "base64url");
      // Every secret is tried, so that the time does not tell which one fits.
      const fitting = secrets.filter((secret) => isEqual(sign(secret, key, expires), given));
      return fitting.length > 0 && now < Number(expires) ? key : null;
    },
  };
}

function sign(secret: string, key: string, expires: string): Buffer {
  return createHmac("sha256", secret).update(`askonce file link 1\n${key}\n${expires}`).digest();
}

function isEqual(expected: Buffer, given: Buffer): boolean {
  return expected.length === given.length && timingSafeEqual(expected, given);
}

async function prepareDirectory(incoming: string, now: number): Promise<void> {
  await mkdir(incoming, { mode: 0o700, recursive: true });
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await unlessMissing(stat(path));
    if (found && now - found.result.mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes names durable. Windows has no such thing for folders. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** `null` when it is not there. A link in place of the file is not followed. */
async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const opened = await unlessMissing(open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)));
  if (!opened) return null;
  try {
    return new Uint8Array(await opened.result.readFile());
  } finally {
    await opened.result.close();
  }
}

/** `null` when the path does not exist. */
async function unlessMissing<Result>(work: Promise<Result>): Promise<{ result: Result } | null> {
  try {
    return { result: await work };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function storing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new AskonceError("STORAGE_FAILED", { message: "The directory of files failed", cause });
  }
}
