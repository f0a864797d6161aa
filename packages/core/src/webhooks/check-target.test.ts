import { AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { checkTarget, type TargetOptions } from "./check-target.ts";

function refusalOf(url: string, options?: TargetOptions): unknown {
  try {
    checkTarget(url, options);
  } catch (error) {
    if (!AskonceError.is(error, "WEBHOOK_TARGET_FORBIDDEN")) throw error;
    expect(`${error.message} ${JSON.stringify(error.details)}`).not.toMatch(/\d|secret|example\.com/);
    expect([error.retryable, error.cause]).toEqual([false, undefined]);
    return error.details.reason;
  }
  return null;
}

const refused: Record<string, string[]> = {
  url: [
    "",
    "example.com",
    "//example.com/",
    "https://",
    "https:example.com",
    "https:/example.com/",
    "https:///example.com/",
    "https:\\\\example.com\\",
    "https://example.com\\@10.0.0.1/",
    " https://example.com/",
    "https://example.com/\n",
    "https://exam\tple.com/",
    "https://exam ple.com/",
    "https://example.com/\u0000",
    "https://example.com/\u0085",
    "https://[fe80::1%25eth0]/",
    "https://[::1",
    "https://example.com:99999/",
    "https://example.com:-1/",
    "https://1.2.3.4.5/",
    "https://256.1.1.1/",
    "https://[::ffff:0x7f.0.0.1]/",
    "https://08.08.08.8/",
    "https://4294967296/",
    `https://example.com/${"a".repeat(2_048)}`,
  ],
  scheme: [
    "http://example.com/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "ftp://example.com/",
    "ws://example.com/",
    "wss://example.com/",
    "data:text/plain,x",
    "javascript:alert(1)",
    "unix:/var/run/docker.sock",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/",
    "blob:https://example.com/1",
  ],
  credentials: [
    "https://user@example.com/",
    "https://user:secret@example.com/",
    "https://:secret@example.com/",
    "https://@example.com/",
    "https://:@example.com/",
    "https://example.com@127.0.0.1/",
    "https://example.com:443@127.0.0.1/",
    "https://127.0.0.1@example.com/",
  ],
  port: [
    "https://example.com:80/",
    "https://example.com:22/",
    "https://example.com:25/",
    "https://example.com:0/",
    "https://example.com:4443/",
    "https://example.com:6379/",
    "https://8.8.8.8:9200/",
    "https://[2606:4700:4700::1111]:444/",
  ],
  host: [
    "https://localhost/",
    "https://LOCALHOST/",
    "https://localhost./",
    "https://a.localhost/",
    "https://ⓛocalhost/",
    "https://%6c%6f%63alhost/",
    "https://ex%61mple.com/",
    "https://localhost.localdomain/",
    "https://metadata/",
    "https://metadata.google.internal/",
    "https://instance-data.ec2.internal/",
    "https://kubernetes.default.svc.cluster.local/",
    "https://printer.local/",
    "https://router.lan/",
    "https://nas.home/",
    "https://nas.home.arpa/",
    "https://1.0.0.127.in-addr.arpa/",
    "https://wiki.corp/",
    "https://shop.test/",
    "https://shop.example/",
    "https://something.onion/",
    "https://redis/",
    "https://example.com./",
    "https://example.com../",
    "https://.example.com/",
    "https://example..com/",
    "https://-example.com/",
    "https://exa*mple.com/",
    "https://127.0.0.1.0x7g/",
    "https://example.c0m/",
    `https://${"a".repeat(64)}.com/`,
    `https://${"a.".repeat(127)}com/`,
    // One address, many spellings; a public one is refused too, because nobody writes so by accident.
    "https://127.1/",
    "https://127.0.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0x0.0x0.0x1/",
    "https://0177.0.0.1/",
    "https://017700000001/",
    "https://0/",
    "https://127.0.0.1./",
    "https://127。0。0。1/",
    "https://１２７.０.０.１/",
    "https://①②⑦.⓪.⓪.①/",
    "https://127.0.0.%31/",
    "https://127.0.0\u00ad.1/",
    "https://134744072/",
    "https://0x08080808/",
    "https://010.8.8.8/",
  ],
  address: [
    "https://127.0.0.1/",
    "https://127.0.0.1:8443/",
    "https://127.255.255.254/",
    "https://0.0.0.0/",
    "https://10.1.2.3/",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.100.100.200/",
    "https://168.63.129.16/",
    "https://192.0.2.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://[::]/",
    "https://[::1]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[::127.0.0.1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::FFFF:7F00:1]/",
    "https://[64:ff9b::10.0.0.1]/",
    "https://[2002:7f00:1::]/",
    "https://[2001:0:7f00:1::]/",
    "https://[fe80::1]/",
    "https://[fd00:ec2::254]/",
    "https://[ff02::1]/",
    "https://[2001:db8::1]/",
  ],
};

describe("checkTarget", () => {
  it.each(Object.entries(refused).flatMap(([reason, urls]) => urls.map((url) => ({ reason, url }))))(
    "refuses $url: $reason",
    ({ url, reason }) => {
      expect(refusalOf(url)).toBe(reason);
    },
  );

  it.each([
    [
      "https://example.com/hooks?token=x#part",
      { url: "https://example.com/hooks?token=x", hostname: "example.com", port: 443, address: null },
    ],
    ["HTTPS://Hooks.Example.COM:443", { url: "https://hooks.example.com/", hostname: "hooks.example.com", port: 443, address: null }],
    ["https://example.com:8443/a/../b", { url: "https://example.com:8443/b", hostname: "example.com", port: 8443, address: null }],
    ["https://münchen.de/", { url: "https://xn--mnchen-3ya.de/", hostname: "xn--mnchen-3ya.de", port: 443, address: null }],
    [
      "https://my_shop.example.com/@me",
      { url: "https://my_shop.example.com/@me", hostname: "my_shop.example.com", port: 443, address: null },
    ],
    [
      "https://8.8.8.8/",
      { url: "https://8.8.8.8/", hostname: "8.8.8.8", port: 443, address: { text: "8.8.8.8", family: 4, isPublic: true } },
    ],
    [
      "https://[2606:4700:4700:0::1111]:8443/",
      {
        url: "https://[2606:4700:4700::1111]:8443/",
        hostname: "2606:4700:4700::1111",
        port: 8443,
        address: { text: "2606:4700:4700::1111", family: 6, isPublic: true },
      },
    ],
  ])("takes %s", (url, target) => {
    expect(checkTarget(url)).toEqual({ isSecure: true, ...target });
  });

  it("opens the private network, and nothing else, when it is told to", () => {
    const open = { allowPrivateNetworks: true };
    expect(checkTarget("http://127.0.0.1:4400/hooks", open)).toMatchObject({
      isSecure: false,
      port: 4400,
      address: { text: "127.0.0.1", isPublic: false },
    });
    expect(checkTarget("http://localhost", open)).toMatchObject({ hostname: "localhost", port: 80 });
    expect(checkTarget("https://redis:6379/", open)).toMatchObject({ isSecure: true, port: 6379 });
    expect(refusalOf("file:///etc/passwd", open)).toBe("scheme");
    expect(refusalOf("gopher://127.0.0.1/", open)).toBe("scheme");
    expect(refusalOf("http://user:secret@localhost/", open)).toBe("credentials");
    expect(refusalOf("http://0x7f000001/", open)).toBe("host");
    expect(refusalOf("http:\\\\127.0.0.1\\", open)).toBe("url");
  });
});
