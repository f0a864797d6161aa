import { AskonceError } from "@askonce/spec";

/** What a key for stored secrets is made of. */
export interface EncryptionKey {
  /** Stands in every value that it seals, so that keys can be replaced: 1 to 32 letters, digits, `-` or `_`. */
  id: string;
  /** At least 32 characters of randomness, for example of `openssl rand -base64 32`. */
  secret: string;
}

/** Keeps secrets so that whoever reads the database alone cannot read them. */
export interface Sealer {
  /** @param place what the value belongs to; it opens there and nowhere else, so that rows cannot be exchanged */
  seal(text: string, place: string): Promise<string>;
  /** @throws AskonceError `CONFIGURATION_INVALID` when its key is not there, or the value is not what was sealed for this place */
  open(sealed: string, place: string): Promise<string>;
  /** Whether the first key sealed it. */
  isCurrent(sealed: string): boolean;
}

const format = "s1";
const ivBytes = 12;
const encoder = new TextEncoder();

/**
 * AES-256-GCM with keys that HKDF-SHA-256 makes of the secrets. The first key seals, all of them open. A value reads
 * `s1.<key id>.<base64url of nonce and ciphertext>`.
 *
 * @throws AskonceError `CONFIGURATION_INVALID`, without the secrets
 */
export function createSealer(keys: readonly EncryptionKey[], path: string): Sealer {
  const [first] = keys;
  if (!first) throw invalid(path, "needs at least one key");
  for (const [index, { id, secret }] of keys.entries()) {
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id)) throw invalid(`${path}.${index}.id`, "has 1 to 32 letters, digits, - or _");
    if (secret.length < 32) throw invalid(`${path}.${index}.secret`, "has at least 32 characters");
    if (keys.findIndex((key) => key.id === id) !== index) throw invalid(`${path}.${index}.id`, "is used twice");
  }
  const derived = new Map<string, Promise<CryptoKey>>();
  const keyOf = ({ id, secret }: EncryptionKey) => {
    const known = derived.get(id) ?? deriveKey(secret);
    derived.set(id, known);
    return known;
  };

  return {
    async seal(text, place) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const algorithm = { name: "AES-GCM", iv, additionalData: encoder.encode(place) };
      const ciphertext = new Uint8Array(await crypto.subtle.encrypt(algorithm, await keyOf(first), encoder.encode(text)));
      return `${format}.${first.id}.${toBase64Url(iv)}${toBase64Url(ciphertext)}`;
    },
    async open(sealed, place) {
      const [, id, encoded = ""] = /^s1\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/.exec(sealed) ?? [];
      const key = keys.find((one) => one.id === id);
      if (!key) throw cannotOpen("key", id ?? null);
      try {
        const bytes = fromBase64Url(encoded);
        const algorithm = { name: "AES-GCM", iv: bytes.subarray(0, ivBytes), additionalData: encoder.encode(place) };
        return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, await keyOf(key), bytes.subarray(ivBytes)));
      } catch {
        throw cannotOpen("value", key.id);
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${format}.${first.id}.`),
  };
}

async function deriveKey(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode("askonce sealed values") };
  return crypto.subtle.deriveKey(derivation, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function invalid(path: string, message: string): AskonceError {
  return new AskonceError("CONFIGURATION_INVALID", { message: `${path} ${message}`, details: { issues: [{ path, message }] } });
}

function cannotOpen(reason: "key" | "value", keyId: string | null): AskonceError {
  const message =
    reason === "key"
      ? "A stored secret was encrypted with a key that is not configured any more. Keep old keys after the new one until all is sealed anew."
      : "A stored secret cannot be decrypted with its key: it is damaged, or the key has another secret under the same id";
  return new AskonceError("CONFIGURATION_INVALID", { message, details: { reason, keyId } });
}

/** The nonce's 12 bytes are 16 characters, so that both parts can be joined as text. */
function toBase64Url(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
