import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { askonceSubject } from "./subjects/askonce-subject.ts";
import { insertSubject } from "./subjects/insert-subject.ts";
import { pgBossSubject } from "./subjects/pg-boss-subject.ts";
import type { Subject, SubjectCounts, SubjectName, SubjectSettings } from "./subjects/subject.ts";

/** What the process has done since it began. */
export interface ServerReading extends SubjectCounts {
  /** `null` when it does not listen. */
  port: number | null;
  cpuMs: number;
  rssBytes: number;
}

const subjects: Record<SubjectName, (settings: SubjectSettings) => Promise<Subject>> = {
  askonce: askonceSubject,
  insertPerRequest: insertSubject,
  pgBossSend: pgBossSubject,
};

const settings = JSON.parse(process.argv[2] ?? "{}") as SubjectSettings;
let subject: Subject | null = null;
const server = createServer((request, response) => subject?.listener(request, response));

/** Begins with the first question, so that whoever asks knows when the work began. */
async function reading(): Promise<ServerReading> {
  if (!subject) {
    subject = await subjects[settings.subject](settings);
    if (settings.listens) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }
  const { user, system } = process.cpuUsage();
  const port = settings.listens ? (server.address() as AddressInfo).port : null;
  return { ...subject.counts(), port, cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
}

process.on("message", () => void reading().then((answer) => process.send?.(answer)));
process.on("disconnect", () => process.exit(3));
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
  void subject?.stop().then(() => process.exit(0));
});
process.send?.({ ready: true });
