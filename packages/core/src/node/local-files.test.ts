import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileResponse } from "../photos/file-response.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { type LocalFilesOptions, localFiles } from "./local-files.ts";

const secret = "a secret of thirty-two characters";
const newSecret = "another secret of thirty-two characters";
const now = Date.UTC(2026, 10, 21, 10);
const photo = { bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), contentType: "image/jpeg", fileName: "cutie ruptă.jpg" };

function filesIn(directory: string, options: Partial<LocalFilesOptions> = {}) {
  return localFiles({ directory, secret, clock: { now: () => now }, ...options });
}

/** Every file and folder below, as paths. */
function everythingIn(directory: string): string[] {
  return (readdirSync(directory, { recursive: true }) as string[]).sort();
}

describe("keeping files", () => {
  it("gives back what it got, also to another process", async () => {
    const directory = join(temporaryFolder(), "made", "when needed");
    const { key } = await filesIn(directory).put(photo);
    expect(await filesIn(directory).get(key)).toEqual(photo);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it("gives each file a key of its own, and none that tells its name", async () => {
    const directory = temporaryFolder();
    const files = filesIn(directory);
    const keys = await Promise.all(Array.from({ length: 20 }, async () => (await files.put(photo)).key));
    expect(new Set(keys).size).toBe(20);
    expect(everythingIn(directory).join()).not.toContain("cutie");
  });

  it("keeps them from other users of the machine", async () => {
    const directory = temporaryFolder();
    const { key } = await filesIn(directory).put(photo);
    const folder = join(directory, key.slice(0, 2), key);
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  it("refuses more bytes than allowed and types that are none, and leaves nothing behind", async () => {
    const directory = temporaryFolder();
    const files = filesIn(directory, { maxBytes: 4 });
    await expect(files.put({ ...photo, bytes: new Uint8Array(5) })).rejects.toMatchObject({
      code: "BODY_TOO_LARGE",
      details: { maxBytes: 4 },
    });
    for (const contentType of ["", "jpeg", "image/jpeg\r\nset-cookie: x", "text/html <script>"]) {
      await expect(files.put({ ...photo, contentType })).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
    }
    expect(everythingIn(directory)).toEqual([]);
  });

  it("keeps the type without its parameters, and the name without a path or unseen characters", async () => {
    const files = filesIn(temporaryFolder());
    const { key } = await files.put({ ...photo, contentType: "Image/JPEG; charset=x", fileName: "../../etc/\u202egpj.ex\0e" });
    expect(await files.get(key)).toMatchObject({ contentType: "image/jpeg", fileName: "gpj.exe" });
  });

  it("deletes all of a file, once and again", async () => {
    const directory = temporaryFolder();
    const files = filesIn(directory);
    const { key } = await files.put(photo);
    await files.delete(key);
    await files.delete(key);
    expect(await files.get(key)).toBeNull();
    expect(everythingIn(directory).filter((path) => path.includes(key))).toEqual([]);
  });

  it("never leaves its directory", async () => {
    const directory = temporaryFolder();
    const files = filesIn(join(directory, "files"));
    const { key } = await files.put(photo);
    writeFileSync(join(directory, "content"), "outside");
    writeFileSync(join(directory, "about.json"), JSON.stringify({ contentType: "text/plain", fileName: "x" }));
    const traps = [
      "",
      ".",
      "..",
      "../..",
      "incoming",
      `${key}/../${key}`,
      `${key}\0`,
      key.toUpperCase(),
      `${key}\n`,
      "%2e%2e",
      key.slice(1),
    ];
    for (const trap of traps) {
      expect(await files.get(trap), trap).toBeNull();
      await files.delete(trap);
      await expect(files.link(trap, now + 1)).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
    }
    expect(readFileSync(join(directory, "content"), "utf8")).toBe("outside");
    expect(await files.get(key)).toEqual(photo);
  });

  it("does not follow a link in place of a file", async () => {
    const directory = temporaryFolder();
    const files = filesIn(directory);
    const { key } = await files.put(photo);
    const content = join(directory, key.slice(0, 2), key, "content");
    rmSync(content);
    writeFileSync(join(directory, "outside"), "outside");
    symlinkSync(join(directory, "outside"), content);
    await expect(files.get(key)).rejects.toMatchObject({ code: "STORAGE_FAILED" });
  });

  it("removes what a crash left half-way, and nothing that is being written", async () => {
    const directory = temporaryFolder();
    const [left, fresh] = [join(directory, "incoming", "a".repeat(64)), join(directory, "incoming", "b".repeat(64))];
    for (const folder of [left, fresh]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "content"), "half");
    }
    utimesSync(left, now / 1_000 - 7_200, now / 1_000 - 7_200);
    utimesSync(fresh, now / 1_000 - 60, now / 1_000 - 60);
    await filesIn(directory).put(photo);
    expect(readdirSync(join(directory, "incoming"))).toEqual(["b".repeat(64)]);
  });

  it("says that the directory failed, and works again when it does", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "files"), "not a directory");
    const files = filesIn(join(folder, "files"));
    await expect(files.put(photo)).rejects.toMatchObject({ code: "STORAGE_FAILED", retryable: true });
    rmSync(join(folder, "files"));
    await expect(files.put(photo)).resolves.toMatchObject({ key: expect.any(String) });
  });
});

describe("links", () => {
  const key = "0123456789abcdef".repeat(4);
  const files = filesIn("/nowhere");
  const link = () => files.link(key, now + 60_000);

  it("open until they expire, with any host in front", async () => {
    const url = await link();
    expect(url).toMatch(new RegExp(`^/files/${key}\\?expires=\\d+&signature=[\\w-]{43}$`));
    expect(files.openLink(url, now)).toBe(key);
    expect(files.openLink(`https://desk.example.test${url}`, now + 59_999)).toBe(key);
    expect(files.openLink(url, now + 60_000)).toBeNull();
  });

  it("open nothing when anything was changed", async () => {
    const url = await link();
    const other = key.replace("0", "1");
    const changes = [
      url.replace(key, other),
      url.replace(/expires=\d+/, (part) => `${part}0`),
      url.replace(/expires=(\d+)/, "expires=0$1"),
      url.replace(/signature=(.)/, (_, first) => `signature=${first === "A" ? "B" : "A"}`),
      url.replace(/&signature=.*/, ""),
      url.replace(/&signature=.*/, "&signature="),
      url.replace("/files/", "/other/"),
      url.replace("/files/", "/files/x/"),
      "",
      "http://",
      `${url}${"x".repeat(3_000)}`,
    ];
    for (const changed of changes) expect(files.openLink(changed, now), changed).toBeNull();
    expect(filesIn("/nowhere", { secret: newSecret }).openLink(url, now)).toBeNull();
  });

  it("outlive a change of the secret as long as the old one is still given", async () => {
    const url = await link();
    const both = filesIn("/nowhere", { secret: [newSecret, secret] });
    expect(both.openLink(url, now)).toBe(key);
    const renewed = await both.link(key, now + 60_000);
    expect(files.openLink(renewed, now)).toBeNull();
    expect(filesIn("/nowhere", { secret: newSecret }).openLink(renewed, now)).toBe(key);
  });

  it.each(["/files/", "/a/b", "https://files.example.test/", "https://example.test/shop/files", "/"])("begin with %s", async (baseUrl) => {
    const there = filesIn("/nowhere", { baseUrl });
    const url = await there.link(key, now + 1);
    expect(url.startsWith(`${baseUrl.replace(/\/$/, "")}/${key}?`)).toBe(true);
    expect(there.openLink(url, now)).toBe(key);
  });

  it("need a secret that cannot be guessed", () => {
    for (const weak of ["", "short", [], [secret, "short"]]) {
      expect(() => filesIn("/nowhere", { secret: weak })).toThrow(expect.objectContaining({ code: "CONFIGURATION_INVALID" }));
    }
  });
});

describe("the answer with a file", () => {
  const respond = (contentType: string, fileName?: string) =>
    fileResponse({ bytes: new Uint8Array(3), contentType, ...(fileName === undefined ? {} : { fileName }) });

  it("shows pictures and downloads everything else, under a type that runs nothing", () => {
    const types = ["image/png", "image/svg+xml", "text/html", "application/pdf", "text/plain", "application/x-msdownload"];
    const told = types.map((type) => {
      const { headers } = respond(type);
      return [headers.get("content-disposition"), headers.get("content-type")];
    });
    expect(told).toEqual([
      ["inline", "image/png"],
      ["attachment", "application/octet-stream"],
      ["attachment", "application/octet-stream"],
      ["attachment", "application/pdf"],
      ["attachment", "text/plain; charset=utf-8"],
      ["attachment", "application/octet-stream"],
    ]);
  });

  it("is not guessed at, run, kept or told further", async () => {
    const response = respond("image/jpeg");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "content-length": "3",
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(3));
  });

  it("carries a name of any letters, and no header of its sender's", () => {
    expect(respond("image/jpeg", "cutie ruptă (1).jpg").headers.get("content-disposition")).toBe(
      "inline; filename*=UTF-8''cutie%20rupt%C4%83%20%281%29.jpg",
    );
    expect(respond("image/jpeg", 'x"\r\nset-cookie: a=b\ud800').headers.get("content-disposition")).toBe(
      "inline; filename*=UTF-8''xset-cookie%20a%3Db%EF%BF%BD",
    );
  });
});
