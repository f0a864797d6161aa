import type { CheckItem } from "@askonce/spec";

const item = { id: "api-version", title: "API version" } as const;

/** Shopify answers for a version it no longer supports with the oldest one it does, and does not call that an error. */
export function checkVersion(asked: string, answered: string | null): CheckItem {
  if (answered === null) return { ...item, state: "skipped", detail: "Shopify did not say which version answered.", remedy: null };
  if (answered === asked) return { ...item, state: "ok", detail: `${asked} answers.`, remedy: null };
  return {
    ...item,
    state: "warning",
    detail: `${asked} is not supported any more; ${answered} answers.`,
    remedy: "Update @askonce/shopify, or set apiVersion to a supported version.",
  };
}
