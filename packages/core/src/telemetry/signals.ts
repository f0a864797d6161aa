import {
  type Attributes,
  type Context,
  type Counter,
  context,
  createNoopMeter,
  type Histogram,
  type Meter,
  type MeterProvider,
  metrics,
  type ObservableGauge,
  ProxyTracerProvider,
  type Tracer,
  type TracerProvider,
  trace,
} from "@opentelemetry/api";
import { type MetricName, type MetricNameOf, metricDefinitions } from "./definitions.ts";

const scope = "@askonce/core";

export interface TelemetryOptions {
  /** Default: the one registered with `@opentelemetry/api`, now or later. */
  tracerProvider?: TracerProvider;
  /** Default: the one registered with `@opentelemetry/api`, now or later. */
  meterProvider?: MeterProvider;
  /**
   * Puts the shop's id on everything, as `askonce.shop.id`. Default `false`: each shop makes series of its own, which is right for a few shops
   * and expensive for thousands.
   */
  shopId?: boolean;
}

/** What is measured with while somebody collects. */
export interface Instruments {
  readonly meter: Meter;
  readonly gauges: Readonly<Record<MetricNameOf<"gauge">, ObservableGauge>>;
  add(name: MetricNameOf<"counter">, attributes: Attributes): void;
  record(name: MetricNameOf<"histogram">, value: number, attributes: Attributes): void;
}

/** Where spans and figures go. Nobody need collect either, and whoever does may come later than the instance. */
export interface Signals {
  /** `null` while nobody collects spans. */
  tracer(): Tracer | null;
  /** `null` while nobody collects metrics. */
  instruments(): Instruments | null;
  /** On every span and figure. */
  readonly common: Attributes;
  active(): Context;
}

/** @param onInstruments called when a collector of metrics appears, and when another one takes its place */
export function createSignals(
  version: string,
  options: TelemetryOptions,
  common: Attributes,
  onInstruments: (instruments: Instruments) => void,
): Signals {
  // What the API gives while nothing is registered. Comparing with it makes the way without a collector cost one look.
  const noTracing = new ProxyTracerProvider().getDelegate();
  const noMeter = createNoopMeter();
  let meterProvider: MeterProvider | null = null;
  let instruments: Instruments | null = null;
  return {
    common,
    active: () => context.active(),
    tracer() {
      const provider = options.tracerProvider ?? trace.getTracerProvider();
      if (provider instanceof ProxyTracerProvider && provider.getDelegate() === noTracing) return null;
      return provider.getTracer(scope, version);
    },
    instruments() {
      const provider = options.meterProvider ?? metrics.getMeterProvider();
      // The API's tracers find a provider that is registered later by themselves; its instruments do not.
      if (provider !== meterProvider) {
        meterProvider = provider;
        const meter = provider.getMeter(scope, version);
        instruments = meter === noMeter ? null : createInstruments(meter, common);
        if (instruments) onInstruments(instruments);
      }
      return instruments;
    },
  };
}

function createInstruments(meter: Meter, common: Attributes): Instruments {
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();
  const gauges: Partial<Record<MetricName, ObservableGauge>> = {};
  for (const [name, definition] of Object.entries(metricDefinitions)) {
    const { kind, unit, description } = definition;
    if (kind === "counter") counters.set(name, meter.createCounter(name, { unit, description }));
    else if (kind === "gauge") gauges[name as MetricName] = meter.createObservableGauge(name, { unit, description });
    else {
      const advice = { explicitBucketBoundaries: [...definition.boundaries] };
      histograms.set(name, meter.createHistogram(name, { unit, description, advice }));
    }
  }
  return {
    meter,
    gauges: gauges as Instruments["gauges"],
    add: (name, attributes) => counters.get(name)?.add(1, { ...attributes, ...common }),
    record: (name, value, attributes) => histograms.get(name)?.record(value, { ...attributes, ...common }),
  };
}
