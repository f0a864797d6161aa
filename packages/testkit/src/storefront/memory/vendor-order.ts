import * as z from "zod";
import type { FakeCustomer, FakeOrder } from "../../shop-data/shop.ts";

const address = z.object({
  firstName: z.string(),
  lastName: z.string(),
  company: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  province: z.string(),
  postcode: z.string(),
  countryCode: z.string(),
  phone: z.string(),
});

const lines = z.array(z.object({ itemId: z.number(), quantity: z.number() }));

/**
 * The memory shop's own format, read as an adapter should read any vendor's: only the fields that are used, states as open words, and
 * everything else ignored.
 */
export const vendorOrderSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.string(),
  placedAt: z.string(),
  updatedAt: z.string(),
  paidAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  cancelReason: z.string().nullable(),
  language: z.string(),
  email: z.string(),
  phone: z.string(),
  customer: z
    .object({ id: z.number(), name: z.string(), email: z.string(), phone: z.string(), language: z.string(), createdAt: z.string() })
    .nullable(),
  currency: z.string(),
  presentment: z.object({ currency: z.string(), rate: z.number() }).nullable(),
  items: z.array(
    z.object({
      id: z.number(),
      sku: z.string(),
      name: z.string(),
      variant: z.string(),
      quantity: z.number(),
      unitPriceMinor: z.number(),
      imageUrl: z.string(),
    }),
  ),
  shippingMinor: z.number(),
  discountMinor: z.number(),
  discountCode: z.string().nullable(),
  taxMinor: z.number(),
  paymentMethod: z.object({ title: z.string() }),
  shippingMethod: z.string(),
  customerNote: z.string(),
  shippingAddress: address,
  billingAddress: address,
  notes: z.array(z.object({ id: z.number(), at: z.string(), author: z.string(), text: z.string(), visibleToCustomer: z.boolean() })),
  refunds: z.array(z.object({ id: z.number(), at: z.string(), amountMinor: z.number(), reason: z.string(), items: lines })),
  parcels: z.array(
    z.object({
      id: z.number(),
      carrier: z.string(),
      trackingNumber: z.string(),
      trackingUrl: z.string(),
      shippedAt: z.string(),
      promisedAt: z.string().nullable(),
      estimatedAt: z.string().nullable(),
      deliveredAt: z.string().nullable(),
      items: lines,
      events: z.array(z.object({ at: z.string(), status: z.string(), text: z.string(), city: z.string(), countryCode: z.string() })),
    }),
  ),
});
export type VendorOrder = z.infer<typeof vendorOrderSchema>;
export type VendorParcel = VendorOrder["parcels"][number];

/** An order as the memory shop's server sends it, with the bearer secrets that vendors put into orders. */
export function renderVendorOrder(
  order: FakeOrder,
  vendorId: string,
  customer: FakeCustomer | undefined,
  extra: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { customerId: _customerId, ...rest } = order;
  return {
    ...rest,
    id: vendorId,
    customer: customer === undefined ? null : { ...customer, name: `${customer.firstName} ${customer.lastName}` },
    orderKey: memoryOrderKey(order.id),
    payUrl: `https://memory.example.test/pay/${vendorId}?key=${memoryOrderKey(order.id)}`,
    ...extra,
  };
}

/** Whoever has it may see and pay the order, so it must not leave the adapter. */
export function memoryOrderKey(orderId: number): string {
  return `orderkey-${orderId}-5f0c1e`;
}
