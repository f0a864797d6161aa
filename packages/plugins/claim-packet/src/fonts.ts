import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { unpackWoff } from "./unpack-woff.ts";

export type Weight = "regular" | "bold";
export interface FontFile {
  name: string;
  weight: Weight;
  bytes: Uint8Array;
}

/**
 * Noto Sans (OFL-1.1), which comes in parts by alphabet: Latin, its extensions (Romanian, Hungarian, Polish …), Cyrillic and Greek. The first part that
 * has a character prints it.
 */
function fontPaths(): [Weight, string][] {
  const { resolve } = createRequire(import.meta.url);
  return [
    ["regular", resolve("@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff")],
    ["regular", resolve("@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff")],
    ["regular", resolve("@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff")],
    ["regular", resolve("@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff")],
    ["bold", resolve("@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff")],
    ["bold", resolve("@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff")],
    ["bold", resolve("@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff")],
    ["bold", resolve("@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff")],
  ];
}

let loaded: Promise<FontFile[]> | null = null;

/** Read and unpacked once, when the first document is made. */
export function loadFonts(): Promise<FontFile[]> {
  loaded ??= readFonts().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

function readFonts(): Promise<FontFile[]> {
  return Promise.all(
    fontPaths().map(async ([weight, path], index) => ({
      name: `${weight}-${index}`,
      weight,
      bytes: await unpackWoff(await readFile(path)),
    })),
  );
}
