import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../__fixtures__/run-cli.ts";
import type { Terminal } from "../output/terminal.ts";
import { openInstance } from "./open-instance.ts";

const system = { kind: "system" } as const;
const canary = (name: string) => `${name}-canary-of-at-least-thirty-two-characters`;

test("guard, packets, files and the claim's document of a configuration work in its instance", async () => {
  const folder = temporaryFolder();
  const config = join(folder, "askonce.config.ts");
  writeFileSync(
    config,
    `export default {
      guard: { mode: "observe", channels: { email: "block" } },
      packets: { keys: [{ id: "new", secret: "${canary("new")}" }, { id: "empty", secret: undefined }, { id: "old", secret: "${canary("old")}" }] },
      files: { directory: "photos", secret: "${canary("files")}" },
      identity: { secrets: ["", "${canary("identity")}"], sendCode: async () => {} },
      outreach: {},
      claimDocument: async () => new Uint8Array(),
    };`,
  );
  const hidden: unknown[] = [];
  const terminal = { hide: (secret: unknown) => hidden.push(secret) } as unknown as Terminal;
  const { askonce } = await openInstance({ config }, terminal);
  onTestFinished(() => askonce.stop());
  expect(hidden).toEqual(expect.arrayContaining(["new", "old", "files", "identity"].map(canary)));

  const message = { text: "Hello, order 1042 arrived broken.\n\nAna Pop" };
  const open = (channel: string) => askonce.tickets.create({ subject: "Broken", channel, language: "en", message }, system);
  const [mail, chat] = [await open("email"), await open("chat")];
  const again = { text: "Could you tell me your order number?" };
  await expect(askonce.tickets.reply(mail.id, again, system)).rejects.toMatchObject({ code: "REPLY_ASKS_KNOWN" });
  await askonce.tickets.reply(chat.id, again, system);
  const { token } = await askonce.packets.make(mail.id, {}, system);
  expect(JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString())).toMatchObject({ kid: "new" });
  expect(await askonce.identity.verify(await askonce.identity.sign({ customerRef: "woocommerce:17" }))).not.toBeNull();
  // Nothing was put there yet.
  expect(existsSync(join(folder, "photos"))).toBe(false);
});
