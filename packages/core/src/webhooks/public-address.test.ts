import { BlockList, isIP } from "node:net";
import { describe, expect, it } from "vitest";
import { readAddress } from "./public-address.ts";

/** IANA's special-purpose registries and multicast: [first, last, a public neighbor below, one above]. */
const closedIPv4 = [
  ["0.0.0.0", "0.255.255.255", null, "1.0.0.0"],
  ["10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0"],
  ["100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0"],
  ["127.0.0.0", "127.255.255.255", "126.255.255.255", "128.0.0.0"],
  ["169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0"],
  ["172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0"],
  ["192.0.0.0", "192.0.0.255", "191.255.255.255", "192.0.1.0"],
  ["192.0.2.0", "192.0.2.255", "192.0.1.255", "192.0.3.0"],
  ["192.31.196.0", "192.31.196.255", "192.31.195.255", "192.31.197.0"],
  ["192.52.193.0", "192.52.193.255", "192.52.192.255", "192.52.194.0"],
  ["192.88.99.0", "192.88.99.255", "192.88.98.255", "192.88.100.0"],
  ["192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0"],
  ["192.175.48.0", "192.175.48.255", "192.175.47.255", "192.175.49.0"],
  ["198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0"],
  ["198.51.100.0", "198.51.100.255", "198.51.99.255", "198.51.101.0"],
  ["203.0.113.0", "203.0.113.255", "203.0.112.255", "203.0.114.0"],
  ["224.0.0.0", "255.255.255.255", "223.255.255.255", null],
  ["168.63.129.16", "168.63.129.16", "168.63.129.15", "168.63.129.17"],
] as const;

/** Everything outside of 2000::/3 is closed; these are the closed parts of it. */
const closedIPv6 = [
  ["2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:200::"],
  ["2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::"],
  ["2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::"],
  ["2620:4f:8000::", "2620:4f:8000:ffff:ffff:ffff:ffff:ffff", "2620:4f:7fff:ffff:ffff:ffff:ffff:ffff", "2620:4f:8001::"],
  ["3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::"],
  ["::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, "2000::"],
  ["4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", null, null],
] as const;

const isPublic = (text: string) => readAddress(text)?.isPublic;

describe("a public address", () => {
  it.each([...closedIPv4, ...closedIPv6])("is none from %s to %s, and is one beside it", (first, last, below, above) => {
    expect([isPublic(first), isPublic(last)]).toEqual([false, false]);
    for (const neighbor of [below, above])
      if (neighbor !== null) expect({ neighbor, isPublic: isPublic(neighbor) }).toEqual({ neighbor, isPublic: true });
  });

  it.each([
    ["compatible", "::127.0.0.1"],
    ["compatible, in hexadecimal", "::7f00:1"],
    ["compatible around a public one", "::808:808"],
    ["mapped", "::ffff:127.0.0.1"],
    ["mapped, in hexadecimal", "::ffff:7f00:1"],
    ["mapped around a public one", "::ffff:8.8.8.8"],
    ["translated", "::ffff:0:127.0.0.1"],
    ["NAT64 around loopback", "64:ff9b::7f00:1"],
    ["NAT64 around a private one", "64:ff9b::10.0.0.1"],
    ["NAT64 around link-local", "64:ff9b::169.254.169.254"],
    ["NAT64 for local use", "64:ff9b:1::808:808"],
    ["beside NAT64", "64:ff9b:0:0:0:1:808:808"],
    ["6to4 around loopback", "2002:7f00:1::"],
    ["Teredo", "2001:0:7f00:1::"],
    ["ISATAP", "2a00:1450::5efe:127.0.0.1"],
    ["ISATAP with the universal bit", "2a00:1450::200:5efe:a00:1"],
    ["unique local", "fd12:3456:789a::1"],
    ["link-local", "fe80::1"],
    ["site-local", "fec0::1"],
    ["multicast", "ff02::1"],
    ["discard", "100::1"],
    ["segment routing", "5f00::1"],
    ["AWS metadata", "fd00:ec2::254"],
    ["GCP metadata", "fd20:ce::254"],
    ["AWS, GCP and Azure metadata", "169.254.169.254"],
    ["Alibaba metadata", "100.100.100.200"],
    ["Oracle metadata", "192.0.0.192"],
    ["Azure's host agent", "168.63.129.16"],
  ])("is none when it is %s: %s", (_what, text) => {
    expect(isPublic(text)).toBe(false);
  });

  it.each(["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001:82a::200e", "64:ff9b::808:808"])(
    "is %s",
    (text) => {
      expect(isPublic(text)).toBe(true);
    },
  );
});

describe("an address", () => {
  it.each([
    "",
    "example.com",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "010.8.8.8",
    "08.8.8.8",
    "8.8.8.8.",
    " 8.8.8.8",
    "8.8.8.8\n",
    "8.8.8.256",
    "8.8.8.-1",
    "8.8.8.8/32",
    "8.8.8.8:443",
    "８.8.8.8",
    "[::1]",
    "fe80::1%eth0",
    "2606:4700::1%1",
    "2606:4700::1::1",
    "2606:4700:::1",
    "2606:4700",
    ":",
    ":::",
    "1:2:3:4:5:6:7:8:9",
    "12345::",
    "::g",
    "::1.2.3",
    "::ffff:0x7f.0.0.1.",
  ])("is not read from %j", (text) => {
    expect(readAddress(text)).toBeNull();
  });

  it("is spelled in one way only", () => {
    expect(readAddress("2A00:1450:0::0001")).toEqual({ text: "2a00:1450::1", family: 6, isPublic: true });
    expect(readAddress("93.184.216.34")).toEqual({ text: "93.184.216.34", family: 4, isPublic: true });
  });

  it("is read as the URL parser reads it, or not at all", () => {
    const random = seeded(20_261_121);
    const parts = [
      "",
      ":",
      "::",
      "0",
      "1",
      "ffff",
      "7f00",
      "fe80",
      "2001",
      "db8",
      "64",
      "ff9b",
      "5efe",
      "10.0.0.1",
      "127.0.0.1",
      "01.2.3.4",
      "0x1.2.3.4",
      "%1",
      "g",
    ];
    let read = 0;
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: 1 + Math.floor(random() * 9) }, () => parts[Math.floor(random() * parts.length)]).join(
        random() < 0.5 ? ":" : "",
      );
      const address = readAddress(text);
      if (!address) continue;
      read++;
      expect(isIP(address.text), `${text} became ${address.text}`).toBe(address.family);
      const url = (host: string) => new URL(`http://${address.family === 6 ? `[${host}]` : host}/`).hostname;
      expect(url(address.text), text).toBe(url(text));
    }
    expect(read).toBeGreaterThan(300);
  });

  it("agrees with another implementation on 50,000 random ones", () => {
    const closed = new BlockList();
    for (const [first, last] of closedIPv4) closed.addRange(first, last, "ipv4");
    for (const [first, last] of closedIPv6) closed.addRange(first, last, "ipv6");
    const random = seeded(7);
    const part = (limit: number) => Math.floor(random() * limit);
    for (let round = 0; round < 25_000; round++) {
      const ipv4 = [part(256), part(256), part(256), part(256)].join(".");
      expect(isPublic(ipv4), ipv4).toBe(!closed.check(ipv4, "ipv4"));
      // Half of them inside of the block that is given out: elsewhere everything is refused alike.
      const head = round % 2 === 0 ? 0x2000 + part(0x2000) : part(0x10000);
      const ipv6 = [head, ...Array.from({ length: 7 }, () => part(0x10000))].map((one) => one.toString(16)).join(":");
      expect(isPublic(ipv6), ipv6).toBe(!closed.check(ipv6, "ipv6"));
    }
  });
});

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
