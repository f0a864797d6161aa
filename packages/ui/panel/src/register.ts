import { defineAskoncePanel } from "./define.ts";

defineAskoncePanel();
