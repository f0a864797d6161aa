import { createShops } from "@askonce/core";
import { openPlaces } from "./places.ts";

/** A process that moves the shop to the database it is told, and is killed in the middle of it. */
const places = openPlaces(JSON.parse(process.env.PLACES ?? "{}"));
const shops = createShops({ ...places, options: () => ({}) });
const result = await shops.move("moving", process.env.TARGET ?? "");
process.stdout.write(JSON.stringify(result));
await shops.stop();
