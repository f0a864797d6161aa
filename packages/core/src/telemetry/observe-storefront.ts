import type { StorefrontAdapterV1 } from "@askonce/spec";
import { capabilityGroups } from "../storefronts/storefront-states.ts";
import type { Telemetry } from "./telemetry.ts";

/** The groups whose functions ask the vendor; `webhooks` only reads what has come. */
const callingGroups: ReadonlySet<PropertyKey> = new Set(capabilityGroups.filter((group) => group !== "webhooks"));
const calls: ReadonlySet<PropertyKey> = new Set(["getOrder", "findOrders", "check"]);

type AnyCall = (...parameters: unknown[]) => Promise<unknown>;

/**
 * The adapter with each of its calls measured. Seen from outside it is the same adapter, whatever it was made of: an object, or a class with
 * private fields.
 *
 * @param onCall told of each call that has come back, whatever it brought
 */
export function observeStorefront(
  adapter: StorefrontAdapterV1,
  telemetry: Telemetry,
  onCall: (operation: string) => void,
): StorefrontAdapterV1 {
  const observed = new Map<unknown, unknown>();
  const once = <Value>(original: unknown, make: () => Value): Value => {
    if (!observed.has(original)) observed.set(original, make());
    return observed.get(original) as Value;
  };
  const observeCall = (owner: object, call: AnyCall, operation: string): AnyCall =>
    once(call, () => (...parameters) => {
      const answer = telemetry.adapterCall(adapter.id, operation, async () => Reflect.apply(call, owner, parameters) as Promise<unknown>);
      return answer.finally(() => onCall(operation));
    });
  // Of an empty target, because a proxy has to give what is frozen in its target as it is.
  const observeObject = <Target extends object>(target: Target, wrap: (key: PropertyKey, value: unknown) => unknown): Target =>
    new Proxy({} as Target, {
      get: (_, key) => wrap(key, Reflect.get(target, key, target)),
      has: (_, key) => Reflect.has(target, key),
    });
  return observeObject(adapter, (key, value) => {
    if (calls.has(key) && typeof value === "function") return observeCall(adapter, value as AnyCall, String(key));
    if (!callingGroups.has(key) || typeof value !== "object" || value === null) return value;
    return once(value, () =>
      observeObject(value, (name, member) =>
        typeof member === "function" ? observeCall(value, member as AnyCall, `${String(key)}.${String(name)}`) : member,
      ),
    );
  });
}
