import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  type TextMapPropagator,
  trace,
} from "@opentelemetry/api";
import { MeterProvider, MetricReader } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { onTestFinished } from "vitest";

/** A figure as a collector gets it; of a histogram, how many values and their sum. */
export interface Point {
  attributes: Attributes;
  value: number;
  sum: number | null;
}

export interface Collected {
  name: string;
  unit: string;
  description: string;
  points: Point[];
}

class ManualReader extends MetricReader {
  protected async onForceFlush() {}
  protected async onShutdown() {}
}

/** Collectors of spans and metrics that keep what they get. */
export function collectors() {
  const exporter = new InMemorySpanExporter();
  const reader = new ManualReader();
  const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const meterProvider = new MeterProvider({ readers: [reader] });
  onTestFinished(async () => {
    await tracerProvider.shutdown();
    await meterProvider.shutdown();
  });
  const metrics = async (): Promise<Collected[]> => {
    const { resourceMetrics } = await reader.collect();
    return resourceMetrics.scopeMetrics.flatMap(({ metrics: all }) =>
      all.map(({ descriptor: { name, unit, description }, dataPoints }) => ({
        name,
        unit,
        description,
        points: dataPoints.map(({ attributes, value }) =>
          typeof value === "number" ? { attributes, value, sum: null } : { attributes, value: value.count, sum: value.sum ?? null },
        ),
      })),
    );
  };
  return {
    telemetry: { tracerProvider, meterProvider },
    spans: (): ReadableSpan[] => exporter.getFinishedSpans(),
    forget: () => exporter.reset(),
    metrics,
    async points(name: string): Promise<Point[]> {
      return (await metrics()).find((metric) => metric.name === name)?.points ?? [];
    },
  };
}

class AsyncContexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();
  active() {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }
  with<Parameters extends unknown[], Work extends (...parameters: Parameters) => ReturnType<Work>>(
    active: Context,
    work: Work,
    thisArgument?: ThisParameterType<Work>,
    ...parameters: Parameters
  ): ReturnType<Work> {
    return this.#storage.run(active, () => Reflect.apply(work, thisArgument, parameters) as ReturnType<Work>);
  }
  bind<Target>(_: Context, target: Target): Target {
    return target;
  }
  enable() {
    return this;
  }
  disable() {
    return this;
  }
}

/** Of https://www.w3.org/TR/trace-context/ as much as a test needs. */
const traceparent: TextMapPropagator = {
  inject() {},
  fields: () => ["traceparent"],
  extract(active, carrier, getter) {
    const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(getter.get(carrier, "traceparent"))) ?? [];
    if (!traceId || !spanId) return active;
    return trace.setSpanContext(active, { traceId, spanId, traceFlags: Number.parseInt(flags ?? "0", 16), isRemote: true });
  },
};

/** What an SDK registers besides its collectors, for one test. */
export function registerContexts(): void {
  context.setGlobalContextManager(new AsyncContexts());
  propagation.setGlobalPropagator(traceparent);
  onTestFinished(() => {
    context.disable();
    propagation.disable();
  });
}
