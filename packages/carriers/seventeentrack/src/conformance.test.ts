import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { seventeentrackDescriptor } from "../test-support/conformance-descriptor.ts";

runCarrierCases(carrierCases(seventeentrackDescriptor), { describe, it });
