import { checkUnknownOption } from "../storefront/cases-identity.ts";
import { type CarrierCase, type CarrierCaseDefinition, carrierCapabilities } from "./carrier-case.ts";
import type { CarrierDescriptor } from "./carrier-descriptor.ts";
import { withCarrierSession } from "./carrier-session.ts";
import { batchCases } from "./cases-batches.ts";
import { changesCases } from "./cases-changes.ts";
import { detectCases } from "./cases-detect.ts";
import { failureCases } from "./cases-failures.ts";
import { identityCases } from "./cases-identity.ts";
import { lifeCases } from "./cases-lives.ts";
import { pickupPointCases } from "./cases-pickup-points.ts";
import { privacyCases } from "./cases-privacy.ts";
import { trackingCases } from "./cases-tracking.ts";
import { webhookCases } from "./cases-webhooks.ts";

const certified: CarrierCaseDefinition = {
  name: "groups-are-certified",
  group: "identity",
  title: "A capability the adapter has is not skipped",
  check: async ({ adapter, descriptor }) => {
    for (const capability of carrierCapabilities) {
      const isSkipped = (descriptor.skip ?? []).some((skip) => "group" in skip && skip.group === capability);
      if (isSkipped && adapter[capability] !== undefined) {
        throw new TypeError(`The adapter has "${capability}", so its cases cannot be skipped as a group`);
      }
    }
  },
};

const unknownOptions: CarrierCaseDefinition = {
  name: "unknown-options",
  group: "identity",
  title: "An option the adapter does not have is CONFIGURATION_INVALID and named",
  check: async ({ descriptor }) => checkUnknownOption(descriptor.unknownOption),
};

const definitions: readonly CarrierCaseDefinition[] = [
  ...identityCases,
  unknownOptions,
  certified,
  ...lifeCases,
  ...trackingCases,
  ...failureCases,
  ...privacyCases,
  ...changesCases,
  ...batchCases,
  ...webhookCases,
  ...detectCases,
  ...pickupPointCases,
];

/**
 * The conformance suite of a carrier adapter, as data: hand it to {@link runCarrierCases} or {@link carrierReport}, or call each `run()`
 * yourself. Every case makes its own world and harness and closes it.
 *
 * @throws TypeError when `skip` names something the suite does not have, names it twice, or gives no reason
 */
export function carrierCases(descriptor: CarrierDescriptor): CarrierCase[] {
  const reasons = skipReasons(descriptor);
  return definitions.map(({ name, group, title, setup = {}, check }) => ({
    name,
    group,
    title,
    skip: reasons.get(name) ?? null,
    run: () => withCarrierSession(descriptor, setup, check),
  }));
}

/** The names, groups and titles of all cases, for documentation. */
export function describeCarrierCases(): { name: string; group: string; title: string }[] {
  return definitions.map(({ name, group, title }) => ({ name, group, title }));
}

function skipReasons({ skip: skips = [] }: CarrierDescriptor): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const skip of skips) {
    const what = "case" in skip ? skip.case : skip.group;
    if (skip.reason.trim() === "") throw new TypeError(`Skipping "${what}" needs a reason`);
    const names = definitions
      .filter((each) => ("case" in skip ? each.name === skip.case : each.group === skip.group))
      .map(({ name }) => name);
    if (names.length === 0) throw new TypeError(`The suite has no case or group "${what}" that could be skipped`);
    for (const name of names) {
      if (reasons.has(name)) throw new TypeError(`"${name}" is skipped twice`);
      reasons.set(name, skip.reason);
    }
  }
  return reasons;
}
