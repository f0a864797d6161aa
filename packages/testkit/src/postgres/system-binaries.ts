import { access, constants, readdir } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** Where distributions put the server's programs: beside the versions, outside of the `PATH`. */
const places: readonly { folder: string; versions: RegExp; bin: string }[] = [
  { folder: "/usr/lib/postgresql", versions: /^\d+$/, bin: "bin" },
  { folder: "/usr", versions: /^pgsql-\d+$/, bin: "bin" },
  { folder: "/usr/libexec", versions: /^postgresql\d+$/, bin: "" },
  { folder: "/opt/homebrew/opt", versions: /^postgresql@\d+$/, bin: "bin" },
  { folder: "/usr/local/opt", versions: /^postgresql@\d+$/, bin: "bin" },
];

/** The directory with `postgres` and `initdb` of a server that the machine itself has: the newest one, else the one on the `PATH`. */
export async function locateSystemBinaries(searched = places, path = process.env.PATH ?? ""): Promise<string | null> {
  const candidates: string[] = [];
  for (const { folder, versions, bin } of searched) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => versions.test(name));
    names.sort((one, other) => numberIn(other) - numberIn(one));
    candidates.push(...names.map((name) => join(folder, name, bin)));
  }
  candidates.push(...path.split(delimiter).filter((directory) => directory !== ""));
  for (const candidate of candidates) {
    if ((await isProgram(join(candidate, "postgres"))) && (await isProgram(join(candidate, "initdb")))) return candidate;
  }
  return null;
}

function numberIn(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}

function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
