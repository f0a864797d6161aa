import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Configuration {
  /** What Request Tracker's programs must be started with. */
  environment: NodeJS.ProcessEnv;
  remove(): void;
}

/**
 * Writes Request Tracker's site configuration into a directory of its own and returns the environment that leads there. Nothing of the
 * machine's own configuration is read or changed: both variables replace the files under `/etc`.
 */
export function writeConfiguration(url: string, database: string): Configuration {
  const { hostname, port, username, password, protocol } = new URL(url);
  if (!/^postgres(ql)?:$/.test(protocol)) throw new Error("Request Tracker needs the URL of a PostgreSQL server");
  const directory = mkdtempSync(join(tmpdir(), "askonce-request-tracker-"));
  const snippets = join(directory, "site.d");
  mkdirSync(snippets);
  const main = join(directory, "RT_SiteConfig.pm");
  writeFileSync(main, "1;\n");
  const settings = {
    rtname: "bench.example.test",
    Organization: "bench.example.test",
    Timezone: "UTC",
    WebDomain: "127.0.0.1",
    CorrespondAddress: "support@bench.example.test",
    CommentAddress: "comments@bench.example.test",
    DatabaseType: "Pg",
    DatabaseHost: hostname.replace(/^\[|\]$/g, ""),
    DatabasePort: port || "5432",
    DatabaseName: database,
    DatabaseUser: decodeURIComponent(username) || "postgres",
    DatabasePassword: decodeURIComponent(password),
    DatabaseAdmin: decodeURIComponent(username) || "postgres",
    LogToSTDERR: "error",
    // Otherwise a mail that is never sent is turned from HTML to text by whatever terminal browser the machine has, in a process of its own.
    HTMLFormatter: "core",
  };
  const lines = Object.entries(settings).map(([name, value]) => `Set($${name}, ${perlString(value)});`);
  lines.push(
    "Set($LogToSyslog, undef);",
    "Set($LogToFile, undef);",
    // Scrips run and outgoing mail is composed and recorded, but nothing leaves the machine and no mailer is started.
    "Set($MailCommand, sub { 1 });",
    "Set(%GnuPG, Enable => 0);",
    "Set(%SMIME, Enable => 0);",
    "Set(%FullTextSearch, Enable => 1, Indexed => 1, Table => 'AttachmentsIndex', Column => 'ContentIndex');",
    "1;",
  );
  writeFileSync(join(snippets, "bench.pm"), `${lines.join("\n")}\n`, { mode: 0o600 });
  return {
    environment: {
      ...process.env,
      LC_ALL: "C.UTF-8",
      RT_SITE_CONFIG: main,
      RT_SITE_CONFIG_DIR: snippets,
      RT_DBA_PASSWORD: decodeURIComponent(password),
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function perlString(value: string): string {
  return `'${value.replace(/[\\']/g, "\\$&")}'`;
}
