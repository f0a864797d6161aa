import type { Texts } from "../messages/messages.ts";
import type { enDeliveries } from "./en-deliveries.ts";

/** The delivery texts of one language: exactly the keys of English. */
export type DeliveryTexts = Texts<typeof enDeliveries>;
