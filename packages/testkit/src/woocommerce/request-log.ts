/** One request that the fake answered. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query; the values of keys, secrets and signatures are replaced by `***`. */
  readonly address: string;
  /** 0 for a request that was aborted or cut. */
  readonly status: number;
}

export interface RequestLog {
  add(method: string, url: URL, status: number): void;
  list(): LoggedRequest[];
  clear(): void;
}

const kept = 10_000;
const secret = /^(consumer_|oauth_)/;

/** Remembers the latest 10,000 requests, so that a test can count what an adapter asked for. */
export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    add(method, url, status) {
      const query = [...url.searchParams].map(([name, value]) => `${name}=${secret.test(name) ? "***" : value}`).join("&");
      entries.push({ method, address: url.pathname + (query === "" ? "" : `?${query}`), status });
      if (entries.length > kept) entries.shift();
    },
    list: () => [...entries],
    clear() {
      entries.length = 0;
    },
  };
}
