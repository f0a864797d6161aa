import { type Attributes, context, type Link, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { type BacklogFigures, createBacklogGauges } from "./backlog-gauges.ts";
import type { MetricNameOf, SpanName } from "./definitions.ts";
import { errorTypeOf, isFault, storageFailureOf } from "./error-type.ts";
import { type HttpExchange, observeRequest } from "./http-request.ts";
import { createSignals, type Signals, type TelemetryOptions } from "./signals.ts";

/** What became of an event of the inbox. */
export type InboxOutcome = "applied" | "stale" | "skipped" | "retried" | "failed";

/**
 * What an instance says about its own work through OpenTelemetry's API. Without a collector every call runs its work and nothing else. No
 * attribute holds anything of a person: ids of adapters and names from code, codes, sizes and times.
 */
export interface Telemetry {
  /** A request of the API, as a part of the trace that it came with. */
  request(exchange: HttpExchange, work: () => Promise<Response>): Promise<Response>;
  transaction<Result>(kind: "transact" | "write", flavor: "sqlite" | "postgres", work: () => Promise<Result>): Promise<Result>;
  webhook<Receipt extends { events: number; added: number }>(adapterId: string, work: () => Promise<Receipt>): Promise<Receipt>;
  /** One commit of webhooks. It belongs to none of their traces and is linked to all of them. */
  commit<Result>(origins: readonly (Link | null)[], work: () => Promise<Result>): Promise<Result>;
  inboxBatch<Result>(size: number, work: () => Promise<Result>): Promise<Result>;
  inboxEvent(adapterId: string, outcome: InboxOutcome, error?: unknown): void;
  job<Result>(job: { id: string; name: string; attempt: number; lastAttempt: boolean }, work: () => Promise<Result>): Promise<Result>;
  adapterCall<Result>(adapterId: string, operation: string, work: () => Promise<Result>): Promise<Result>;
  /** Counts who reads and who shares a read that is under way. */
  sharedReads<Result>(kind: "order" | "search", flight: Flight<Result>): Flight<Result>;
  /** The span that is under way, to be linked to. */
  origin(): Link | null;
  /** Runs what outlives its caller outside of the caller's trace. */
  detached<Result>(work: () => Result): Result;
  /** Where the gauges read from when somebody collects. `null`: nothing is known yet. */
  watchBacklog(read: () => Promise<BacklogFigures | null>): void;
  /** Ends the gauges. */
  close(): void;
}

export type Flight<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>;

interface Step {
  span: SpanName;
  attributes: Attributes;
  kind?: SpanKind;
  /** Begins a trace of its own. */
  isRoot?: boolean;
  links?: readonly Link[];
  duration?: { metric: MetricNameOf<"histogram">; attributes: Attributes };
  /** Further attributes of the span and the duration, by how it ended. */
  outcome?: (error: unknown) => Attributes;
}

export function createTelemetry(version: string, options: TelemetryOptions & { shop?: string } = {}): Telemetry {
  const common: Attributes = options.shopId && options.shop !== undefined ? { "askonce.shop.id": options.shop } : {};
  const gauges = createBacklogGauges(common);
  const signals = createSignals(version, options, common, gauges.attach);

  const add = (name: MetricNameOf<"counter">, attributes: Attributes) => signals.instruments()?.add(name, attributes);

  return {
    request: (exchange, work) => observeRequest(signals, exchange, work),

    async transaction(kind, flavor, work) {
      const attributes = { "db.system.name": flavor === "postgres" ? "postgresql" : "sqlite" };
      try {
        return await step(
          signals,
          {
            span: `askonce.store.${kind}`,
            attributes,
            duration: { metric: "askonce.storage.transaction.duration", attributes: { ...attributes, "askonce.transaction.kind": kind } },
          },
          work,
        );
      } catch (error) {
        const reason = storageFailureOf(error);
        if (reason !== null) add("askonce.storage.failures", { ...attributes, "askonce.reason": reason });
        throw error;
      }
    },

    webhook(adapterId, work) {
      const attributes = { "askonce.adapter.id": adapterId };
      return step(signals, { span: "askonce.webhook.receive", attributes }, async (span) => {
        try {
          const receipt = await work();
          const outcome = receipt.events === 0 ? "ignored" : receipt.added === 0 ? "duplicate" : "stored";
          span?.setAttribute("askonce.outcome", outcome);
          add("askonce.webhook.received", { ...attributes, "askonce.outcome": outcome });
          return receipt;
        } catch (error) {
          const outcome = isFault(error) ? "failed" : "refused";
          span?.setAttribute("askonce.outcome", outcome);
          add("askonce.webhook.received", { ...attributes, "askonce.outcome": outcome, "error.type": errorTypeOf(error) });
          throw error;
        }
      });
    },

    commit(origins, work) {
      signals.instruments()?.record("askonce.inbox.commit.size", origins.length, {});
      const links = origins.filter((link) => link !== null);
      return step(
        signals,
        { span: "askonce.inbox.commit", attributes: { "askonce.batch.size": origins.length }, isRoot: true, links },
        work,
      );
    },

    inboxBatch: (size, work) =>
      step(signals, { span: "askonce.inbox.apply", attributes: { "askonce.batch.size": size }, isRoot: true }, work),

    inboxEvent(adapterId, outcome, error) {
      const failure = error === undefined ? {} : { "error.type": errorTypeOf(error) };
      add("askonce.inbox.applied", { "askonce.adapter.id": adapterId, "askonce.outcome": outcome, ...failure });
    },

    job(job, work) {
      const attributes = { "askonce.job.name": job.name };
      return step(
        signals,
        {
          span: "askonce.job.run",
          kind: SpanKind.CONSUMER,
          attributes: { ...attributes, "askonce.job.id": job.id, "askonce.job.attempt": job.attempt },
          isRoot: true,
          duration: { metric: "askonce.job.duration", attributes },
          outcome: (error) => ({ "askonce.outcome": error === null ? "completed" : job.lastAttempt ? "dead" : "failed" }),
        },
        work,
      );
    },

    adapterCall(adapterId, operation, work) {
      const attributes = { "askonce.adapter.id": adapterId, "askonce.operation": operation };
      return step(
        signals,
        {
          span: "askonce.adapter.call",
          kind: SpanKind.CLIENT,
          attributes,
          duration: { metric: "askonce.adapter.call.duration", attributes },
        },
        work,
      );
    },

    sharedReads: (kind, flight) => (key, work) => {
      const attributes = { "askonce.live_read.kind": kind };
      let outcome = "shared";
      const answer = flight(key, () => {
        outcome = "read";
        return step(signals, { span: "askonce.live_read", attributes }, work);
      });
      add("askonce.live_read.requests", { ...attributes, "askonce.outcome": outcome });
      return answer;
    },

    origin() {
      const spanContext = signals.tracer() ? trace.getSpanContext(signals.active()) : undefined;
      return spanContext ? { context: spanContext } : null;
    },
    detached: (work) => context.with(ROOT_CONTEXT, work),
    watchBacklog(read) {
      gauges.read(read);
      // Whoever collects already should not have to wait for the first thing that happens.
      signals.instruments();
    },
    close: gauges.close,
  };
}

/** Runs a step of the work as a span, and measures how long it took. */
async function step<Result>(signals: Signals, description: Step, work: (span: Span | null) => Promise<Result>): Promise<Result> {
  const tracer = signals.tracer();
  const instruments = description.duration ? signals.instruments() : null;
  if (!tracer && !instruments) return work(null);
  const parent = description.isRoot ? ROOT_CONTEXT : signals.active();
  const span =
    tracer?.startSpan(
      description.span,
      {
        kind: description.kind ?? SpanKind.INTERNAL,
        attributes: { ...description.attributes, ...signals.common },
        links: [...(description.links ?? [])],
      },
      parent,
    ) ?? null;
  const startedAt = performance.now();
  const end = (error: unknown) => {
    const ending: Attributes = { ...description.outcome?.(error), ...(error === null ? {} : { "error.type": errorTypeOf(error) }) };
    if (description.duration)
      instruments?.record(description.duration.metric, (performance.now() - startedAt) / 1000, {
        ...description.duration.attributes,
        ...ending,
      });
    span?.setAttributes(ending);
    if (error !== null && isFault(error)) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  };
  try {
    const result = await (span ? context.with(trace.setSpan(parent, span), () => work(span)) : work(null));
    end(null);
    return result;
  } catch (error) {
    end(error ?? undefined);
    throw error;
  }
}
