import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { aftershipDescriptor } from "../test-support/conformance-descriptor.ts";

describe("times with an offset", () => runCarrierCases(carrierCases(aftershipDescriptor(true)), { describe, it }));
describe("times without one", () => runCarrierCases(carrierCases(aftershipDescriptor(false)), { describe, it }));
