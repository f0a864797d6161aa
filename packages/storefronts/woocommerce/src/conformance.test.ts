import { runWithVitest, storefrontCases } from "@askonce/testkit/storefront";
import { describe, it } from "vitest";
import { wooCommerceDescriptor } from "../test/conformance-descriptor.ts";

runWithVitest(storefrontCases(wooCommerceDescriptor), { describe, it });
