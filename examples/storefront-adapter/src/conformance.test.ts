import { runWithVitest, storefrontCases } from "@askonce/testkit/storefront";
import { describe, it } from "vitest";
import { cornerDescriptor } from "./corner-descriptor.ts";

runWithVitest(storefrontCases(cornerDescriptor), { describe, it });
