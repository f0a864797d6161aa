import type { AskonceConfig } from "../config/config.ts";
import { identitySecrets, isOwnFiles, packetKeys } from "../config/config-secrets.ts";
import { fill, type Messages } from "../language/messages.ts";
import { type Finding, finding } from "./finding.ts";

const leastLength = 32;

/**
 * What the configuration says about asking once, and whether the secrets that go with it are long enough. Only lengths and names are told.
 */
export function checkSecrets(config: AskonceConfig, { doctor: say }: Messages): Finding[] {
  return [checkGuardMode(config, say), checkIdentity(config, say), checkPackets(config, say), checkFiles(config, say)];
}

type Sentences = Messages["doctor"];

function checkGuardMode({ guard }: AskonceConfig, say: Sentences): Finding {
  const channels = Object.entries(guard?.channels ?? {}).map(([channel, mode]) => `${channel}: ${mode}`);
  return finding("askonce", "guard", "ok", say.guard, [guard?.mode ?? "warn", ...channels].join(", "));
}

function checkIdentity(config: AskonceConfig, say: Sentences): Finding {
  const secrets = identitySecrets(config);
  const judge = (state: Finding["state"], detail: string) =>
    finding("askonce", "identity", state, say.identity, detail, state === "ok" ? null : secretRemedy("ASKONCE_IDENTITY_SECRET", say));
  if (secrets.length === 0) return config.identity?.sendCode ? judge("failed", say.codesNoSecret) : judge("warning", say.identityNone);
  const short = shortAmong(secrets);
  if (short !== null) return judge("failed", fill(say.secretShort, { what: `identity.secrets[${short}]`, least: leastLength }));
  return judge("ok", config.identity?.sendCode ? say.identityCodes : say.identityOk);
}

function checkPackets(config: AskonceConfig, say: Sentences): Finding {
  const keys = packetKeys(config);
  const judge = (state: Finding["state"], detail: string) =>
    finding("askonce", "packets", state, say.packets, detail, state === "ok" ? null : secretRemedy("ASKONCE_PACKET_KEY", say));
  if (keys.length === 0) {
    // Named in the configuration and empty in the environment is a mistake; not named is a choice.
    return config.packets === undefined ? judge("skipped", say.packetsNone) : judge("warning", say.packetsEmpty);
  }
  const short = shortAmong(keys.map((key) => key.secret));
  if (short !== null) return judge("failed", fill(say.secretShort, { what: `packets.keys "${keys[short]?.id}"`, least: leastLength }));
  return judge("ok", fill(say.packetsOk, { id: keys[0]?.id ?? "", others: keys.length - 1 }));
}

function checkFiles({ files }: AskonceConfig, say: Sentences): Finding {
  const judge = (state: Finding["state"], detail: string) =>
    finding("askonce", "files", state, say.files, detail, state === "ok" ? null : secretRemedy("ASKONCE_FILES_SECRET", say));
  if (files === undefined) return judge("skipped", say.filesNone);
  if (isOwnFiles(files)) return judge("ok", say.filesOwn);
  if (!files.secret) return judge("warning", say.filesEmpty);
  return files.secret.length < leastLength
    ? judge("failed", fill(say.secretShort, { what: "files.secret", least: leastLength }))
    : judge("ok", files.directory ?? ".askonce/files");
}

/** The place of the first secret that is too short; `null` when none is. */
function shortAmong(secrets: readonly string[]): number | null {
  const index = secrets.findIndex((secret) => secret.length < leastLength);
  return index < 0 ? null : index;
}

function secretRemedy(name: string, say: Sentences): string {
  return fill(say.secretRemedy, { name });
}
