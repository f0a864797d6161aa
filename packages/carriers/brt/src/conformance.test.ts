import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { brtDescriptor } from "../test-support/conformance-descriptor.ts";

runCarrierCases(carrierCases(brtDescriptor), { describe, it });
