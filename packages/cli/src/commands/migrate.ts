import type { CommandTools } from "../command.ts";
import { openInstance } from "../instance/open-instance.ts";
import { fill } from "../language/messages.ts";

/** Brings the schema up to date and says what was applied. */
export async function migrate(options: { config?: string; data?: string }, { terminal, messages }: CommandTools): Promise<void> {
  const { askonce } = await openInstance({ ...options, withoutStorefronts: true }, terminal);
  try {
    const { applied } = await askonce.migrate();
    terminal.print(applied.length === 0 ? messages.migrate.current : fill(messages.migrate.applied, { names: applied.join(", ") }));
  } finally {
    await askonce.stop();
  }
}
