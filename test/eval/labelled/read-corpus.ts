import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type * as z from "zod";

/** Rules are tuned on one half, and measured on the other. */
export const halves = ["tuning", "test", "all"] as const;
export type Half = (typeof halves)[number];

/** Where labelled cases come from: a folder that ships with the evaluation, of which a half is taken, or a file, of which all is. */
export interface CorpusChoice {
  file: string | null;
  half: Half;
}

/** A corpus that cannot be read, with the place in words. */
export class CorpusError extends Error {
  override name = "CorpusError";
}

/** The labelled cases of a choice, one JSON object a line, in the order of the files. Throws {@link CorpusError}. */
export function readCorpus<Case extends { id: string }>(schema: z.ZodType<Case>, folder: string, { file, half }: CorpusChoice): Case[] {
  const files = file === null ? corpusFiles(folder) : [file];
  const cases = files.flatMap((path) => readLines(schema, path));
  const seen = new Set<string>();
  for (const { id } of cases) {
    if (seen.has(id)) throw new CorpusError(`the id ${id} is there twice`);
    seen.add(id);
  }
  if (cases.length === 0) throw new CorpusError(`${file ?? folder} has no cases`);
  return file !== null || half === "all" ? cases : cases.filter(({ id }) => isTuning(id) === (half === "tuning"));
}

/** Which half a case is in depends on its id only, so that it stays there when others are added. */
function isTuning(id: string): boolean {
  return (createHash("sha256").update(id).digest()[0] ?? 0) % 2 === 0;
}

function corpusFiles(folder: string): string[] {
  if (!existsSync(folder)) throw new CorpusError(`there is no folder ${folder}`);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .map((name) => join(folder, name));
}

function readLines<Case>(schema: z.ZodType<Case>, path: string): Case[] {
  if (!existsSync(path)) throw new CorpusError(`there is no file ${path}`);
  return readFileSync(path, "utf8")
    .replace(/^\ufeff/, "")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [readCase(schema, line, `${basename(path)}:${index + 1}`)]));
}

function readCase<Case>(schema: z.ZodType<Case>, line: string, place: string): Case {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new CorpusError(`${place}: this is no JSON`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0];
  throw new CorpusError(`${place}: ${problem?.path.join(".") || "the line"}: ${problem?.message ?? "is not a case"}`);
}
