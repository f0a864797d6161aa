export { createDesk, type Desk, type DeskOptions } from "./create-desk.ts";
