import { identityLinksStatements } from "../../identity-links/identity-links.schema.ts";
import { packetsStatements } from "../../packets/packets.schema.ts";
import { questionsStatements } from "../../questions/questions.schema.ts";
import { verificationsStatements } from "../../verifications/verifications.schema.ts";
import type { Migration } from "./migration.ts";

/** What was asked, who is one person with whom, one-time codes, and what goes from one agent to the next. Only added to. */
export const askedOnce: Migration = {
  version: 5,
  name: "asked-once",
  worksWith: 1,
  statements: [...questionsStatements, ...identityLinksStatements, ...verificationsStatements, ...packetsStatements],
};
