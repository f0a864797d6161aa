import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { fancourierDescriptor } from "../test-support/conformance-descriptor.ts";

runCarrierCases(carrierCases(fancourierDescriptor), { describe, it });
