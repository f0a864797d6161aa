import { carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { describe, it } from "vitest";
import { pigeonDescriptor } from "./pigeon-descriptor.ts";

runCarrierCases(carrierCases(pigeonDescriptor), { describe, it });
