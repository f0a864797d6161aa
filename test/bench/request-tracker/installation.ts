import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";

const execute = promisify(execFile);

/** Where Request Tracker 5 lies. The defaults are Debian's. */
export interface Installation {
  /** Holds `rt-setup-database-5` and `rt-setup-fulltext-index-5`. */
  binDirectory: string;
  /** Holds `RT.pm`. */
  libraryDirectory: string;
  perl: string;
}

export type Availability = { ok: true; version: string } | { ok: false; reason: string };

export const setUpDatabase = "rt-setup-database-5";
export const setUpFullText = "rt-setup-fulltext-index-5";
export const indexFullText = "rt-fulltext-indexer-5";
export const validate = "rt-validator-5";

/** Whether Request Tracker can be measured here: its programs, its Perl modules, and a PostgreSQL server that lets us create a database. */
export async function findInstallation(installation: Installation, url: string): Promise<Availability> {
  for (const program of [setUpDatabase, setUpFullText]) {
    if (existsSync(join(installation.binDirectory, program))) continue;
    return {
      ok: false,
      reason: `Request Tracker 5 is not installed: there is no ${program} (Debian: apt-get install request-tracker5 rt5-db-postgresql)`,
    };
  }
  let version: string;
  try {
    const script = "print $RT::VERSION";
    const { stdout } = await execute(installation.perl, ["-I", installation.libraryDirectory, "-MRT", "-MDBD::Pg", "-e", script]);
    version = stdout.trim();
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n").slice(0, 2).join(" ") : String(error);
    return { ok: false, reason: `Request Tracker's Perl modules do not load: ${why}` };
  }
  if (!version.startsWith("5.")) return { ok: false, reason: `Request Tracker is ${version}, and this peer knows version 5` };
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>("SELECT rolsuper AS may FROM pg_roles WHERE rolname = current_user");
    if (rows[0]?.may) return { ok: true, version };
    return { ok: false, reason: "Request Tracker needs a PostgreSQL user who is a superuser, to create its database and read statistics" };
  } catch (error) {
    return { ok: false, reason: `PostgreSQL does not answer: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    await client.end().catch(() => {});
  }
}
