import type { Clock } from "@askonce/spec";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

export type IdPrefix =
  | "tkt"
  | "thr"
  | "msg"
  | "cus"
  | "cnt"
  | "fct"
  | "agt"
  | "tok"
  | "evt"
  | "inb"
  | "raw"
  | "req"
  | "prc"
  | "job"
  | "whe"
  | "whd"
  | "whr"
  | "prm"
  | "inc"
  | "grp"
  | "rep"
  | "pho"
  | "out"
  | "qst"
  | "lnk"
  | "pkt"
  | "hov"
  | "vrf";

/**
 * Makes ids like `tkt_01jd…`: 48 bits of time and 80 of randomness in base 32, so that they sort by age, need no round trip, and can not be
 * guessed. Within one millisecond the random part counts up, which keeps the order of one process.
 */
export function createIdFactory(clock: Clock): (prefix: IdPrefix) => string {
  let lastTime = -1;
  let lastRandom = 0n;
  return (prefix) => {
    const now = Math.max(clock.now(), lastTime);
    lastRandom = now === lastTime ? lastRandom + 1n : randomBits();
    lastTime = now;
    return `${prefix}_${encode(BigInt(now), 10)}${encode(lastRandom, 16)}`;
  };
}

function randomBits(): bigint {
  let bits = 0n;
  for (const byte of crypto.getRandomValues(new Uint8Array(10))) bits = (bits << 8n) | BigInt(byte);
  // One bit of headroom, so that counting up never overflows.
  return bits & ((1n << 79n) - 1n);
}

function encode(value: bigint, length: number): string {
  let text = "";
  for (let rest = value, index = 0; index < length; index++, rest >>= 5n) text = alphabet.charAt(Number(rest & 31n)) + text;
  return text;
}
