import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { easypostDescriptor } from "../test-support/conformance-descriptor.ts";

runCarrierCases(carrierCases(easypostDescriptor), { describe, it });
