import { supportedLanguages } from "@askonce/spec";
import { describe, expect, it } from "vitest";
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
import type { ImageRefusal } from "./image-refusal.ts";
import { imageRefusalAdvice } from "./image-refusal-advice.ts";
import { inspectImage } from "./inspect-image.ts";
import { stripMetadata } from "./strip-metadata.ts";

const text = (content: string) => Uint8Array.from(Buffer.from(content, "latin1"));
const refused = (reason: ImageRefusal) => ({ ok: false, reason });
const boxed = (brands: string) => text(`\0\0\0\x18ftyp${brands}`);

/** The JPEG with another size in its frame header. */
function jpegOfSize(width: number, height: number): Uint8Array {
  const copy = baselineJpeg.slice();
  const frame = Buffer.from(copy).indexOf(Buffer.from([0xff, 0xc0]));
  new DataView(copy.buffer).setUint16(frame + 5, height);
  new DataView(copy.buffer).setUint16(frame + 7, width);
  return copy;
}

function webpOfSize(width: number, height: number): Uint8Array {
  return webp([webpHeader(0, width, height), lossyWebp.subarray(12)]);
}

describe("what is accepted", () => {
  it.each([
    ["a baseline JPEG", baselineJpeg, "image/jpeg"],
    ["a progressive JPEG", progressiveJpeg, "image/jpeg"],
    ["a PNG", png(), "image/png"],
    ["a lossy WebP", lossyWebp, "image/webp"],
    ["a lossy WebP with alpha", alphaWebp, "image/webp"],
    ["a lossless WebP", losslessWebp, "image/webp"],
  ])("%s, with its size", (_name, bytes, type) => {
    expect(inspectImage(bytes)).toEqual({ ok: true, type, width: 24, height: 16 });
  });

  it("a photo with everything that phones put around it", () => {
    const xmp = '<?xpacket begin=""?><x:xmpmeta><rdf:RDF><rdf:Description/></rdf:RDF></x:xmpmeta>';
    const segments = [
      jpegSegment(0xe1, Buffer.concat([text("Exif\0\0"), exifWithPlace(6, "place")])),
      jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0${xmp}`),
      jpegSegment(0xe2, "MPF\0MM\0*"),
      jpegSegment(0xfe, "made by a phone"),
    ];
    const secondPictureAndVideo = Buffer.concat([baselineJpeg, text("\0\0\0\x18ftypmp42 a short film")]);
    expect(inspectImage(jpegWith(baselineJpeg, segments, secondPictureAndVideo))).toMatchObject({ ok: true, width: 24 });
  });

  it("a JPEG with filling before its markers", () => {
    expect(inspectImage(jpegWith(baselineJpeg, [Uint8Array.of(0xff, 0xff, 0xff)]))).toMatchObject({ ok: true });
  });
});

describe("what is refused by its content, whatever its name", () => {
  it.each<[string, Uint8Array, ImageRefusal]>([
    ["nothing", new Uint8Array(), "empty"],
    ["one byte", Uint8Array.of(0xff), "unknown_type"],
    ["HEIC", boxed("heic\0\0\0\0mif1heic"), "heic"],
    ["HEIF of another maker", boxed("mif1\0\0\0\0mif1miaf"), "heic"],
    ["AVIF, which shares brands with it", boxed("mif1\0\0\0\0mif1avif"), "avif"],
    ["a video", boxed("isom\0\0\x02\0isomiso2"), "video"],
    ["GIF", text("GIF89a\x01\0\x01\0\0\0\0;"), "gif"],
    ["SVG", text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), "svg"],
    ["PDF", text("%PDF-1.7\n"), "pdf"],
    ["PDF behind other bytes", text("  \n%PDF-1.7\n"), "pdf"],
    ["HTML", text("\n<!DOCTYPE html><title>x</title>"), "html"],
    ["ZIP", text("PK\x03\x04\x14\0"), "zip"],
    ["text", text("just words"), "unknown_type"],
    ["a RIFF that is sound", text("RIFF\x04\0\0\0WAVE"), "unknown_type"],
  ])("%s", (_name, bytes, reason) => {
    expect(inspectImage(bytes)).toEqual(refused(reason));
  });

  it.each<[string, Uint8Array]>([
    ["a page in a JPEG's comment", jpegWith(baselineJpeg, [jpegSegment(0xfe, "<ScRiPt>alert(1)</script>")])],
    ["an archive behind a JPEG", jpegWith(baselineJpeg, [], "PK\x03\x04x.htmlPK\x05\x06\0\0")],
    ["a PDF in a JPEG's first bytes", jpegWith(baselineJpeg, [jpegSegment(0xfe, "%PDF-1.4")])],
    ["a PDF behind a PNG", Buffer.concat([png(), text("%PDF-1.4")])],
    ["a page in a PNG's text", png([pngChunk("tEXt", text("Comment\0<!DOCTYPE HTML>"))])],
    ["a script in a PNG's color profile", png([pngChunk("iCCP", text("p\0\0<?php system($x);"))])],
    ["a page behind a WebP", Buffer.concat([lossyWebp, text("<html>")])],
    ["a JPEG that begins like a script's comment", jpegWith(baselineJpeg, [jpegSegment(0xe0, Buffer.alloc(0x2f2a - 2, 0x20))])],
  ])("two things at once: %s", (_name, bytes) => {
    expect(inspectImage(bytes)).toEqual(refused("polyglot"));
    expect(stripMetadata(bytes)).toEqual(refused("polyglot"));
  });

  it("says in each language what to do", () => {
    const heic = supportedLanguages.map((language) => imageRefusalAdvice("heic", language));
    expect(new Set(heic).size).toBe(3);
    for (const sentence of heic) expect(sentence).toContain("JPEG");
    expect(imageRefusalAdvice("truncated", "it")).toContain("di nuovo");
  });
});

describe("limits", () => {
  it.each([
    ["JPEG", jpegOfSize(60_000, 60_000)],
    ["PNG", png([], [], [60_000, 60_000])],
    ["PNG of the largest size there is", png([], [], [0x7fffffff, 0x7fffffff])],
  ])("refuses a %s that unpacks to more pixels, before anything decodes", (_name, bytes) => {
    expect(inspectImage(bytes)).toEqual(refused("too_many_pixels"));
  });

  it("does not believe an extended WebP that tells another size than its picture has", () => {
    expect(inspectImage(webpOfSize(24, 16))).toMatchObject({ ok: true });
    expect(inspectImage(webpOfSize(1, 16))).toEqual(refused("malformed"));
    expect(inspectImage(webpOfSize(24, 1))).toEqual(refused("malformed"));
    expect(inspectImage(webpOfSize(60_000, 60_000))).toEqual(refused("malformed"));
  });

  it("refuses 0 pixels", () => {
    expect(inspectImage(jpegOfSize(0, 16))).toEqual(refused("no_pixels"));
    expect(inspectImage(jpegOfSize(24, 0))).toEqual(refused("no_pixels"));
    expect(inspectImage(png([], [], [0, 16]))).toEqual(refused("no_pixels"));
  });

  it("counts bytes and pixels up to the limit", () => {
    expect(inspectImage(baselineJpeg, { maxBytes: baselineJpeg.length, maxPixels: 24 * 16 })).toMatchObject({ ok: true });
    expect(inspectImage(baselineJpeg, { maxBytes: baselineJpeg.length - 1 })).toEqual(refused("too_many_bytes"));
    expect(inspectImage(baselineJpeg, { maxPixels: 24 * 16 - 1 })).toEqual(refused("too_many_pixels"));
    expect(inspectImage(new Uint8Array(10_000_001))).toEqual(refused("too_many_bytes"));
  });
});

describe("broken files", () => {
  it.each([
    ["JPEG", baselineJpeg],
    ["progressive JPEG", progressiveJpeg],
    ["PNG", png()],
    ["WebP", lossyWebp],
    ["WebP with alpha", alphaWebp],
    ["lossless WebP", losslessWebp],
  ])("a %s that is cut off anywhere", (_name, bytes) => {
    for (let length = 1; length < bytes.length; length += 1) {
      expect(inspectImage(bytes.subarray(0, length)), `${length} bytes`).toMatchObject({ ok: false });
    }
    expect(inspectImage(bytes.subarray(0, bytes.length - 3))).toEqual(refused("truncated"));
  });

  const frame = baselineJpeg.slice(Buffer.from(baselineJpeg).indexOf(Buffer.from([0xff, 0xc0])));
  it.each<[string, Uint8Array, ImageRefusal]>([
    ["a second frame", jpegWith(baselineJpeg, [frame.subarray(0, 19)]), "malformed"],
    ["lossless coding", jpegWith(baselineJpeg, [jpegSegment(0xc3, frame.subarray(4, 19))]), "unsupported_coding"],
    ["arithmetic coding", jpegWith(baselineJpeg, [jpegSegment(0xcc, "\0\x10")]), "unsupported_coding"],
    ["no picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), "malformed"],
    ["a broken checksum of the header", png().fill(0, 29, 33), "malformed"],
    ["pixels in two places", png([pngChunk("IDAT", new Uint8Array()), pngChunk("tEXt", text("a\0b"))]), "malformed"],
    ["an animated PNG", png([pngChunk("acTL", new Uint8Array(8))]), "animated"],
    ["an animated WebP", webp([webpHeader(0x02, 24, 16), webpChunk("ANIM", new Uint8Array(6))]), "animated"],
    ["two pictures in a WebP", webp([webpHeader(0, 24, 16), lossyWebp.subarray(12), lossyWebp.subarray(12)]), "malformed"],
    ["a WebP without a picture", webp([webpHeader(0, 24, 16)]), "malformed"],
  ])("%s", (_name, bytes, reason) => {
    expect(inspectImage(bytes)).toEqual(refused(reason));
  });
});
