import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { glsItalyDescriptor } from "../../test-support/gls-italy-conformance.ts";

runCarrierCases(carrierCases(glsItalyDescriptor), { describe, it });
