/** What all adapters share. */
export interface AdapterBase<Kind extends string> {
  /** The version of the port; an instance refuses adapters of a version it does not know. */
  readonly specVersion: "v1";
  readonly kind: Kind;
  /** Kebab-case, unique within an instance; becomes the first part of every {@link SourceRef} the adapter makes. */
  readonly id: string;
  /** As people read it, for example `WooCommerce`. */
  readonly displayName: string;
}

/** One thing that was looked at by `check()`, for a person who wants to know what to do. */
export interface CheckItem {
  /** Stable, kebab-case: `credentials`, `scopes`, `webhooks`, `clock`. */
  id: string;
  state: "ok" | "warning" | "failed" | "skipped";
  title: string;
  /** What was seen. No secret, no personal data. */
  detail: string;
  /** What to do about it; `null` when there is nothing to do. */
  remedy: string | null;
}

/** The answer of `check()`. It never throws for a vendor's refusal: that is what it reports. */
export interface CheckReport {
  ok: boolean;
  checks: CheckItem[];
}
