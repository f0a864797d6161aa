/** Which of the things an adapter may not use were used, for example `Date.now`. */
export interface GlobalsWatch {
  used(): readonly string[];
  stop(): void;
}

const consoleMethods = ["debug", "log", "info", "warn", "error"] as const;

/**
 * Watches the global `fetch`, the console and `Date.now`. Only the direct caller of `Date.now` counts, and only when it is neither a package
 * nor Node itself: what an HTTP client or a test runner does with it is not the adapter's doing.
 */
export function watchGlobals(): GlobalsWatch {
  const used = new Set<string>();
  const { fetch, console: output } = globalThis;
  const { now } = Date;
  const originals = consoleMethods.map((method) => [method, output[method]] as const);
  globalThis.fetch = () => {
    used.add("fetch");
    return Promise.reject(new TypeError("the global fetch is not the context's"));
  };
  Date.now = () => {
    const caller = new Error().stack?.split("\n")[2] ?? "";
    if (!/node_modules|node:|<anonymous>\)?$/.test(caller)) used.add("Date.now");
    return now.call(Date);
  };
  for (const method of consoleMethods) output[method] = () => void used.add(`console.${method}`);
  return {
    used: () => [...used],
    stop: () => {
      globalThis.fetch = fetch;
      Date.now = now;
      for (const [method, original] of originals) output[method] = original;
    },
  };
}
