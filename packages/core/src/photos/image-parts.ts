import type { ImageRefusal } from "./image-refusal.ts";

/** What a file of one format consists of, found by walking its structure. Nothing is decoded. */
export interface ImageParts {
  /** In pixels, as stored: before the orientation is applied. */
  width: number;
  height: number;
  /** The file without its metadata, piece by piece: mostly views into the original bytes. */
  clean: Uint8Array[];
  /** Everything that is not pixels: what is removed, and the color profile. */
  besides: Uint8Array[];
}

/** The parts, or why there are none. Readers never throw, whatever the bytes are. */
export type PartsReading = ImageParts | ImageRefusal;

/** More segments than any camera writes: without a bound, a file of empty ones costs more time than one of pixels. */
export const maxSegments = 20_000;
