import { describe, expect, it } from "vitest";
import {
  alphaWebp,
  baselineJpeg,
  exifWithPlace,
  jpegSegment,
  jpegWith,
  losslessWebp,
  lossyWebp,
  orientationIn,
  png,
  pngChunk,
  progressiveJpeg,
  webp,
  webpChunk,
  webpHeader,
} from "./__fixtures__/sample-photos.ts";
import { stripMetadata } from "./strip-metadata.ts";

const canary = "GPS 44.4268N 26.1025E";
const text = (content: string) => Uint8Array.from(Buffer.from(content, "latin1"));
const exif = (orientation: number) => exifWithPlace(orientation, canary);
const iccProfile = text("ICC_PROFILE\0\x01\x01 a color profile");

function strip(bytes: Uint8Array): Uint8Array {
  const stripped = stripMetadata(bytes);
  if (!stripped.ok) throw new Error(stripped.reason);
  return stripped.bytes;
}

const holds = (bytes: Uint8Array, part: string | Uint8Array) => Buffer.from(bytes).includes(Buffer.from(part));

/** From the first table on: what is coded. */
const jpegPicture = (bytes: Uint8Array) => bytes.subarray(Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xdb])));

function everythingJpeg(jpeg: Uint8Array, orientation: number): Uint8Array {
  return jpegWith(
    jpeg,
    [
      jpegSegment(0xe0, Buffer.concat([text("JFIF\0\x01\x02\x01\0\x48\0\x48\x02\x01"), text("thumb!")])),
      jpegSegment(0xe0, `JFXX\0\x10${canary}`),
      jpegSegment(0xe1, Buffer.concat([text("Exif\0\0"), exif(orientation)])),
      jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${canary}</x:xmpmeta>`),
      jpegSegment(0xe2, iccProfile),
      jpegSegment(0xe2, `MPF\0${canary}`),
      jpegSegment(0xed, `Photoshop 3.0\x008BIM${canary}`),
      jpegSegment(0xee, `Adobe\0\x64\0\0\0\0\x01${canary}`),
      jpegSegment(0xef, canary),
      jpegSegment(0xfe, canary),
    ],
    Buffer.concat([jpeg, text(canary)]),
  );
}

function everythingPng(orientation: number): Uint8Array {
  return png(
    [
      pngChunk("iCCP", text("profile\0\0zzz")),
      pngChunk("gAMA", Uint8Array.of(0, 0, 0xb1, 0x8f)),
      pngChunk("eXIf", exif(orientation)),
      pngChunk("tEXt", text(`Location\0${canary}`)),
      pngChunk("prVt", text(canary)),
    ],
    [pngChunk("iTXt", text(`XML:com.adobe.xmp\0${canary}`)), pngChunk("tIME", Uint8Array.of(7, 234, 11, 21, 9, 0, 0))],
  );
}

function everythingWebp(picture: Uint8Array, orientation: number): Uint8Array {
  const chunks = picture.subarray(Buffer.from(picture.subarray(12, 16)).toString() === "VP8X" ? 30 : 12);
  return Uint8Array.from(
    Buffer.concat([
      webp([
        webpHeader(0x3c, 24, 16),
        webpChunk("ICCP", text("a color profile")),
        chunks,
        webpChunk("EXIF", exif(orientation)),
        webpChunk("XMP ", text(`<x:xmpmeta>${canary}</x:xmpmeta>`)),
        webpChunk("note", text(canary)),
      ]),
      text(canary),
    ]),
  );
}

const samples: [string, (orientation: number) => Uint8Array][] = [
  ["baseline JPEG", (orientation) => everythingJpeg(baselineJpeg, orientation)],
  ["progressive JPEG", (orientation) => everythingJpeg(progressiveJpeg, orientation)],
  ["PNG", everythingPng],
  ["lossy WebP", (orientation) => everythingWebp(lossyWebp, orientation)],
  ["WebP with alpha", (orientation) => everythingWebp(alphaWebp, orientation)],
  ["lossless WebP", (orientation) => everythingWebp(losslessWebp, orientation)],
];

describe.each(samples)("a %s with metadata everywhere", (_name, sample) => {
  it("loses the place, wherever it stood", () => {
    expect(holds(sample(6), canary)).toBe(true);
    for (const orientation of [1, 6]) expect(holds(strip(sample(orientation)), "GPS")).toBe(false);
  });

  it("keeps its orientation, and no Exif when it stands upright", () => {
    for (const orientation of [2, 3, 6, 8]) expect(orientationIn(strip(sample(orientation)))).toBe(orientation);
    expect(orientationIn(strip(sample(1)))).toBeNull();
    expect(orientationIn(strip(sample(9)))).toBeNull();
  });

  it("is not changed by doing it again", () => {
    for (const orientation of [1, 6]) {
      const once = strip(sample(orientation));
      expect(Buffer.from(strip(once)).equals(once)).toBe(true);
    }
  });

  it("is never handed back as the same memory", () => {
    const original = sample(1);
    const stripped = strip(original);
    const before = stripped.slice();
    original.fill(0);
    expect(stripped).toEqual(before);
  });
});

describe("what stays", () => {
  it("a file without metadata is the same, byte for byte", () => {
    for (const clean of [baselineJpeg, progressiveJpeg, png(), lossyWebp, losslessWebp, alphaWebp]) {
      expect(Buffer.from(strip(clean)).equals(clean)).toBe(true);
    }
  });

  it("JPEG: coded pixels, color profile, pixel density, Adobe's transform without what hides behind it", () => {
    const stripped = strip(everythingJpeg(baselineJpeg, 1));
    expect(Buffer.from(jpegPicture(stripped)).equals(jpegPicture(baselineJpeg))).toBe(true);
    expect(holds(stripped, iccProfile)).toBe(true);
    expect(holds(stripped, jpegSegment(0xe0, "JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"))).toBe(true);
    expect(holds(stripped, jpegSegment(0xee, "Adobe\0\x64\0\0\0\0\x01"))).toBe(true);
    expect(holds(stripped, "thumb")).toBe(false);
    expect(stripped.subarray(-2)).toEqual(Uint8Array.of(0xff, 0xd9));
  });

  it("PNG: every chunk that the colors need", () => {
    const types = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString("latin1")
        .match(/IHDR|iCCP|gAMA|eXIf|tEXt|iTXt|tIME|prVt|IDAT|IEND/g);
    expect(types(strip(everythingPng(6)))).toEqual(["IHDR", "eXIf", "iCCP", "gAMA", "IDAT", "IEND"]);
  });

  it("WebP: header flags tell what is there", () => {
    const flags = (bytes: Uint8Array) => strip(bytes)[20];
    expect(flags(everythingWebp(alphaWebp, 6))).toBe(0x38);
    expect(flags(everythingWebp(lossyWebp, 1))).toBe(0x20);
    expect(flags(everythingWebp(losslessWebp, 1))).toBe(0x30);
  });

  it("an Exif block that leads nowhere costs the orientation and nothing else", () => {
    const broken = [text("II*\0\xff\xff\xff\xff________"), text("MM\0*\0\0\0\x08\xff\xff__"), text("II"), exif(6).subarray(0, 20)];
    for (const block of broken) {
      const stripped = strip(jpegWith(baselineJpeg, [jpegSegment(0xe1, Buffer.concat([text("Exif\0\0"), block]))]));
      expect(Buffer.from(stripped).equals(baselineJpeg)).toBe(true);
    }
  });
});
