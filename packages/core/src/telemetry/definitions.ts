/** One metric, as it is made and as it is documented. */
export interface MetricDefinition {
  kind: "counter" | "histogram" | "gauge";
  /** UCUM; what is counted stands in braces. */
  unit: string;
  description: string;
  attributes: readonly string[];
  /** Upper bounds of a histogram's buckets. The default ones are made for milliseconds. */
  boundaries?: readonly number[];
}

/** One kind of span. */
export interface SpanDefinition {
  description: string;
  attributes: readonly string[];
}

/** https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] as const;
/** Work beside the requests may take minutes. */
const longSeconds = [...seconds, 30, 60, 120, 300] as const;
const sizes = [1, 2, 5, 10, 20, 50, 100, 200] as const;

/** Every metric there is. The table in `docs/guides/operate.md` is compared with it. */
export const metricDefinitions = {
  "http.server.request.duration": {
    kind: "histogram",
    unit: "s",
    description: "From a request to the head of its answer; an event stream ends here with its beginning",
    attributes: ["http.request.method", "http.route", "http.response.status_code", "url.scheme", "error.type"],
    boundaries: seconds,
  },
  "askonce.webhook.received": {
    kind: "counter",
    unit: "{webhook}",
    description: "Webhooks of storefronts: stored, duplicate, ignored (nothing in it for us), refused or failed",
    attributes: ["askonce.adapter.id", "askonce.outcome", "error.type"],
  },
  "askonce.inbox.commit.size": {
    kind: "histogram",
    unit: "{webhook}",
    description: "Webhooks that shared one commit",
    attributes: [],
    boundaries: sizes,
  },
  "askonce.inbox.applied": {
    kind: "counter",
    unit: "{event}",
    description:
      "Events of the inbox: applied, stale (something newer was known), skipped (another process was first), retried or failed (given up)",
    attributes: ["askonce.adapter.id", "askonce.outcome", "error.type"],
  },
  "askonce.inbox.waiting": {
    kind: "gauge",
    unit: "{event}",
    description: "Events that wait in the inbox, counted up to 10000",
    attributes: [],
  },
  "askonce.inbox.oldest_age": {
    kind: "gauge",
    unit: "s",
    description: "For how long the oldest due event of the inbox has been due; 0 when none is",
    attributes: [],
  },
  "askonce.job.duration": {
    kind: "histogram",
    unit: "s",
    description: "Runs of jobs: completed, failed (tried again) or dead (given up)",
    attributes: ["askonce.job.name", "askonce.outcome", "error.type"],
    boundaries: longSeconds,
  },
  "askonce.job.waiting": { kind: "gauge", unit: "{job}", description: "Jobs that are due now or later", attributes: [] },
  "askonce.job.dead": { kind: "gauge", unit: "{job}", description: "Jobs that were given up", attributes: [] },
  "askonce.job.oldest_age": {
    kind: "gauge",
    unit: "s",
    description: "For how long the oldest due job has been due; 0 when none is",
    attributes: [],
  },
  "askonce.live_read.requests": {
    kind: "counter",
    unit: "{request}",
    description: "Requests for a live read: read, or shared with a read that was under way",
    attributes: ["askonce.live_read.kind", "askonce.outcome"],
  },
  "askonce.adapter.call.duration": {
    kind: "histogram",
    unit: "s",
    description: "Calls of a storefront adapter, its retries and waiting included",
    attributes: ["askonce.adapter.id", "askonce.operation", "error.type"],
    boundaries: longSeconds,
  },
  "askonce.subscriber.lag": {
    kind: "gauge",
    unit: "{event}",
    description: "Events that a subscriber of this process has not heard yet",
    attributes: ["askonce.subscriber.name"],
  },
  "askonce.storage.transaction.duration": {
    kind: "histogram",
    unit: "s",
    description: "Transactions that write: transact (one of a shop at a time, with events) or write",
    attributes: ["db.system.name", "askonce.transaction.kind", "error.type"],
    boundaries: seconds,
  },
  "askonce.storage.failures": {
    kind: "counter",
    unit: "{failure}",
    description: "Transactions that failed because of the storage, by the storage's own code",
    attributes: ["db.system.name", "askonce.reason"],
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof metricDefinitions;
export type MetricNameOf<Kind extends MetricDefinition["kind"]> = {
  [Name in MetricName]: (typeof metricDefinitions)[Name]["kind"] extends Kind ? Name : never;
}[MetricName];

/** Every kind of span there is. That of a request is named after its method and route, as the conventions want it. */
export const spanDefinitions = {
  "{method} {route}": {
    description: "A request, until the head of its answer",
    attributes: ["http.request.method", "http.route", "http.response.status_code", "url.scheme", "askonce.request.id", "error.type"],
  },
  "askonce.webhook.receive": {
    description: "A webhook: its signature, its meaning, and waiting for the commit that holds it",
    attributes: ["askonce.adapter.id", "askonce.outcome", "error.type"],
  },
  "askonce.inbox.commit": {
    description: "One commit of webhooks that came together; linked to their spans",
    attributes: ["askonce.batch.size", "error.type"],
  },
  "askonce.inbox.apply": {
    description: "A batch of the inbox being applied",
    attributes: ["askonce.batch.size", "error.type"],
  },
  "askonce.store.transact": {
    description: "A change of the shop with its events; waiting for the one before included",
    attributes: ["db.system.name", "error.type"],
  },
  "askonce.store.write": {
    description: "A transaction beside the changes of the shop",
    attributes: ["db.system.name", "error.type"],
  },
  "askonce.job.run": {
    description: "One try of a job",
    attributes: ["askonce.job.name", "askonce.job.id", "askonce.job.attempt", "askonce.outcome", "error.type"],
  },
  "askonce.live_read": {
    description: "Reading from storefronts what is asked for now, and putting it into the projection",
    attributes: ["askonce.live_read.kind", "error.type"],
  },
  "askonce.adapter.call": {
    description: "One call of a storefront adapter",
    attributes: ["askonce.adapter.id", "askonce.operation", "error.type"],
  },
} as const satisfies Record<string, SpanDefinition>;

export type SpanName = Exclude<keyof typeof spanDefinitions, "{method} {route}">;
