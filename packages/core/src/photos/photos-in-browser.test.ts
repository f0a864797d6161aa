import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import {
  alphaWebp,
  baselineJpeg,
  exifWithPlace,
  jpegSegment,
  jpegWith,
  losslessWebp,
  lossyWebp,
  png,
  pngChunk,
  progressiveJpeg,
  webp,
  webpChunk,
  webpHeader,
} from "./__fixtures__/sample-photos.ts";
import { stripMetadata } from "./strip-metadata.ts";

const chromiumPath =
  [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;

interface Shown {
  width: number;
  height: number;
  pixels: string;
}

/** What a browser makes of each picture: its size when it stands upright, and its pixels. The page reports to a server on this machine. */
async function decodeInBrowser(pictures: readonly Uint8Array[]): Promise<Shown[]> {
  const data = JSON.stringify(pictures.map((bytes) => Buffer.from(bytes).toString("base64")));
  // Without a type in the address: the browser tells by the content, as we do.
  const page = `<!doctype html><script type="module">
    const decoded = [];
    for (const base64 of ${data}) {
      const image = new Image();
      image.src = "data:image/*;base64," + base64;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0);
      const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
      decoded.push({ width: canvas.width, height: canvas.height, pixels: pixels.join() });
    }
    await fetch("/shown", { method: "POST", body: JSON.stringify(decoded) });
  </script>`;
  const reports = new EventEmitter();
  const server = createServer(async (request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(request.method === "GET" && request.url === "/" ? page : "");
    if (request.method === "POST") reports.emit("shown", JSON.parse(await text(request)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${temporaryFolder()}`];
  const browser = spawn(chromiumPath ?? "", [...flags, `http://127.0.0.1:${port}/`], { stdio: "ignore" });
  const ended = once(browser, "exit");
  browser.on("error", (error) => reports.emit("error", error));
  try {
    const [shown] = await once(reports, "shown");
    return shown;
  } finally {
    browser.kill("SIGKILL");
    await ended;
    server.closeAllConnections();
    server.close();
  }
}

const exif = exifWithPlace(6, "place");
const jpegExif = [jpegSegment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exif])), jpegSegment(0xfe, "a comment")];
const originals = [
  jpegWith(baselineJpeg, jpegExif, "behind"),
  jpegWith(progressiveJpeg, jpegExif),
  png([pngChunk("eXIf", exif), pngChunk("tEXt", Buffer.from("a\0b"))]),
  webp([webpHeader(0x08, 24, 16), lossyWebp.subarray(12), webpChunk("EXIF", exif)]),
  webp([webpHeader(0x18, 24, 16), alphaWebp.subarray(30), webpChunk("EXIF", exif)]),
  webp([webpHeader(0x18, 24, 16), losslessWebp.subarray(12), webpChunk("EXIF", exif)]),
];

const suite = chromiumPath ? "photos in Chromium" : "photos in Chromium (skipped: no Chromium found, set CHROMIUM_PATH)";
describe.skipIf(chromiumPath === null)(suite, () => {
  it("shows each stripped photo as it showed the original: every pixel, upright", { timeout: 60_000 }, async () => {
    const stripped = originals.map((bytes) => {
      const result = stripMetadata(bytes);
      return result.ok ? result.bytes : new Uint8Array();
    });
    const shown = await decodeInBrowser([...originals, ...stripped]);
    expect(shown.slice(originals.length)).toEqual(shown.slice(0, originals.length));
    expect(shown[0]).toMatchObject({ width: 16, height: 24 });
  });
});
