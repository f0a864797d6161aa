import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { samedayDescriptor } from "../test-support/conformance-descriptor.ts";

runCarrierCases(carrierCases(samedayDescriptor), { describe, it });
