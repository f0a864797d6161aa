import type { Logger } from "@askonce/spec";

/** No more are remembered: a courier that numbers everything anew must not fill the memory. */
const mostCodes = 1000;

/** Logs each code that the table does not hold once, so that somebody adds it. A code is no personal data. */
export function createCodeReport(): (codes: readonly string[], logger: Logger) => void {
  const seen = new Set<string>();
  return (codes, logger) => {
    for (const code of codes) {
      if (seen.has(code) || seen.size >= mostCodes) continue;
      seen.add(code);
      logger.info("The courier used a status code that the adapter does not know", { carrier: "sameday", code });
    }
  };
}
