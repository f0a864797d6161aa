import type { CaseDefinition, ConformanceCase } from "./case.ts";
import { changesCases, checkResumable } from "./cases-changes.ts";
import { failureCases } from "./cases-failures.ts";
import { checkUnknownOption, identityCases } from "./cases-identity.ts";
import { moneyCases } from "./cases-money.ts";
import { orderCases } from "./cases-orders.ts";
import { parcelCases } from "./cases-parcels.ts";
import { privacyCases } from "./cases-privacy.ts";
import { searchCases } from "./cases-search.ts";
import { webhookCases } from "./cases-webhooks.ts";
import type { StorefrontDescriptor } from "./descriptor.ts";
import { storefrontFields } from "./limits.ts";
import { withSession } from "./session.ts";

const definitions: readonly CaseDefinition[] = [
  ...identityCases,
  ...orderCases,
  ...parcelCases,
  ...moneyCases,
  ...searchCases,
  ...failureCases,
  ...privacyCases,
  ...webhookCases,
  ...changesCases,
];

/**
 * The conformance suite of a storefront adapter, as data: hand it to `runWithVitest`, `runWithNodeTest` or `runCases`, or call each
 * `run()` yourself. Every case makes its own harness and closes it.
 *
 * @throws TypeError when `skip` or `limits` name something the suite does not have, name it twice, or give no reason
 */
export function storefrontCases(descriptor: StorefrontDescriptor): ConformanceCase[] {
  const cases = [...definitions.map((definition) => bind(descriptor, definition)), ...boundCases(descriptor)];
  const reasons = skipReasons(descriptor, cases);
  assertLimits(descriptor);
  return cases.map((each) => ({ ...each, skip: reasons.get(each.name) ?? null }));
}

/** The names, groups and titles of all cases, for documentation. */
export function describeStorefrontCases(): { name: string; group: string; title: string }[] {
  const nobody: StorefrontDescriptor = { name: "", unknownOption: { field: "", create: () => null }, create: unavailable };
  return storefrontCases(nobody).map(({ name, group, title }) => ({ name, group, title }));
}

function unavailable(): never {
  throw new TypeError("There is no adapter behind this description");
}

function bind(descriptor: StorefrontDescriptor, definition: CaseDefinition): ConformanceCase {
  const { name, group, title, setup = {} } = definition;
  return { name, group, title, skip: null, run: () => withSession(descriptor, setup, (session) => definition.check(session)) };
}

function boundCases(descriptor: StorefrontDescriptor): ConformanceCase[] {
  return [
    {
      name: "unknown-options",
      group: "identity",
      title: "An option the adapter does not have is CONFIGURATION_INVALID and named",
      skip: null,
      run: async () => checkUnknownOption(descriptor.unknownOption),
    },
    {
      name: "groups-are-certified",
      group: "identity",
      title: "A group the adapter has is not skipped",
      skip: null,
      run: () =>
        withSession(descriptor, {}, async ({ adapter }) => {
          for (const skip of descriptor.skip ?? []) {
            if ("group" in skip && adapter[skip.group] !== undefined) {
              throw new TypeError(`The adapter has "${skip.group}", so its cases cannot be skipped as a group`);
            }
          }
        }),
    },
    {
      name: "changes-resumable",
      group: "changes",
      title: "A run that was interrupted goes on from its cursor in another process",
      skip: null,
      run: () => checkResumable(descriptor),
    },
  ];
}

function skipReasons(descriptor: StorefrontDescriptor, cases: readonly ConformanceCase[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const skip of descriptor.skip ?? []) {
    const what = "case" in skip ? skip.case : skip.group;
    if (skip.reason.trim() === "") throw new TypeError(`Skipping "${what}" needs a reason`);
    const names = cases.filter((each) => ("case" in skip ? each.name === skip.case : each.group === skip.group)).map((each) => each.name);
    if (names.length === 0) throw new TypeError(`The suite has no case or group "${what}" that could be skipped`);
    for (const name of names) {
      if (reasons.has(name)) throw new TypeError(`"${name}" is skipped twice`);
      reasons.set(name, skip.reason);
    }
  }
  return reasons;
}

function assertLimits(descriptor: StorefrontDescriptor): void {
  const seen = new Set<string>();
  for (const { field, reason } of descriptor.limits ?? []) {
    if (!(storefrontFields as readonly string[]).includes(field)) throw new TypeError(`"${field}" is not a field that can be limited`);
    if (reason.trim() === "") throw new TypeError(`The limit of "${field}" needs a reason`);
    if (seen.has(field)) throw new TypeError(`"${field}" is limited twice`);
    seen.add(field);
  }
}
