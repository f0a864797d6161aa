import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { glsDescriptor } from "../../test-support/mygls-conformance.ts";

runCarrierCases(carrierCases(glsDescriptor), { describe, it });
