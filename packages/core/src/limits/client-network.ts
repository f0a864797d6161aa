/**
 * What a client's tries are counted on: an IPv4 address, or the first 64 bits of an IPv6 one, because whoever has one of those addresses has all
 * that begin like it (RFC 6177). Anything else stays as it is.
 */
export function clientNetwork(address: string): string {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/%.*$/, "");
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(bare);
  if (mapped?.[1]) return mapped[1];
  if (!/^[\da-f:]*:[\da-f:.]*$/.test(bare)) return bare;
  const [head = "", tail] = bare.split("::", 2);
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  // An IPv4 address in the last place stands for two groups.
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length - (after.at(-1)?.includes(".") ? 1 : 0));
  const whole = [...groups, ...Array.from({ length: missing }, () => "0"), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
