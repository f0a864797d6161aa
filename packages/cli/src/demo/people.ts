import type { Askonce } from "@askonce/core";
import type { Agent } from "@askonce/spec";
import type { FakeLanguage } from "@askonce/testkit/shop-data";

export type Team = Record<FakeLanguage, Agent>;

const system = { kind: "system" } as const;

/** Who answers in which language. `writtenAs` is the name under which the invented answers are signed. */
const team = {
  en: { name: "Ana Popescu", role: "owner", writtenAs: "Mark Ellis" },
  it: { name: "Marco Benedetti", role: "lead", writtenAs: "Sara Benedetti" },
  ro: { name: "Ioana Marinescu", role: "agent", writtenAs: "Ioana Marinescu" },
} as const;

export async function createTeam(askonce: Askonce): Promise<Team> {
  const create = ({ name, role }: { name: string; role: Agent["role"] }) => askonce.agents.create({ name, role }, system);
  return { en: await create(team.en), it: await create(team.it), ro: await create(team.ro) };
}

/** The invented answers are signed by others; here they are the team's. */
export function signedByTeam(text: string): string {
  return Object.values(team).reduce((signed, { name, writtenAs }) => signed.replaceAll(writtenAs, name), text);
}
