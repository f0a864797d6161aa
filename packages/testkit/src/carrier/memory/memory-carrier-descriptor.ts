import type { CarrierAdapterV1 } from "@askonce/spec";
import type { CarrierDescriptor } from "../carrier-descriptor.ts";
import { type MemoryCarrierOptions, memoryCarrier } from "./memory-carrier.ts";
import { createMemoryCourier } from "./memory-courier.ts";

/** So small that there are pages to turn. */
const pageSize = 5;

/**
 * The reference adapter as the suite sees it: an example of a harness.
 *
 * @param wrap puts something around the adapter, for example a fault that the suite has to find
 */
export function memoryCarrierDescriptor(wrap: (adapter: CarrierAdapterV1) => CarrierAdapterV1 = (adapter) => adapter): CarrierDescriptor {
  return {
    name: "memory carrier",
    trackingNumber: (index) => `MEM${String(index + 1).padStart(8, "0")}`,
    create: ({ world, credentials, timeoutMs }) => {
      const courier = createMemoryCourier(world);
      const adapter = memoryCarrier({
        key: credentials === "valid" ? courier.key : "some-other-key",
        webhookSecret: courier.webhookSecret,
        pageSize,
        ...(timeoutMs === null ? {} : { timeoutMs }),
      });
      return {
        adapter: wrap(adapter),
        fetch: (input, init) => courier.handle(new Request(input, init)),
        silentKinds: courier.silentKinds,
        expireTokens: courier.expireTokens,
        changesPageSize: pageSize,
        webhooks: {
          body: courier.webhookBody,
          sign: (body, how) => courier.signWebhook(body, { right: courier.webhookSecret, wrong: "not-the-secret", none: null }[how]),
        },
        pickupPointId: "point-1",
        secrets: courier.secrets,
      };
    },
    unknownOption: {
      field: "colour",
      create: () => memoryCarrier({ key: "some-key", webhookSecret: "some-secret", colour: "red" } as MemoryCarrierOptions),
    },
  };
}
