/**
 * The parts of WooCommerce's `wc/v3` answers as recorded from WooCommerce 10.5. Property order is the order on the wire, since webhook
 * signatures are made over the bytes. Site-relative addresses (`payment_url`, `image.src`) hold only the path here; the answer puts the
 * shop's base URL in front.
 */
export interface WooMeta {
  id: number;
  key: string;
  value: unknown;
  display_key?: string;
  display_value?: unknown;
}

export interface WooAddress {
  first_name: string;
  last_name: string;
  company: string;
  address_1: string;
  address_2: string;
  city: string;
  state: string;
  postcode: string;
  country: string;
  /** Billing addresses only. */
  email?: string;
  phone: string;
}

export interface WooLineTax {
  id: number;
  total: string;
  subtotal: string;
}

export interface WooLineItem {
  id: number;
  name: string;
  product_id: number;
  variation_id: number;
  quantity: number;
  tax_class: string;
  subtotal: string;
  subtotal_tax: string;
  total: string;
  total_tax: string;
  taxes: WooLineTax[];
  meta_data: WooMeta[];
  sku: string;
  global_unique_id: string;
  /** The one amount that is a number and not a decimal string. */
  price: number;
  /** `id` is an empty string, not a number, for a product without picture. */
  image: { id: number | ""; src: string };
  parent_name: string | null;
}

export interface WooShippingLine {
  id: number;
  method_title: string;
  method_id: string;
  instance_id: string;
  total: string;
  total_tax: string;
  taxes: WooLineTax[];
  tax_status: string;
  meta_data: WooMeta[];
}

export interface WooRefundSummary {
  id: number;
  reason: string;
  /** Negative, for example `"-189.00"`. */
  total: string;
}

/** An order without `_links`, which depend on the base URL. */
export interface WooOrder {
  id: number;
  parent_id: number;
  status: string;
  currency: string;
  version: string;
  prices_include_tax: boolean;
  date_created: string;
  date_modified: string;
  discount_total: string;
  discount_tax: string;
  shipping_total: string;
  shipping_tax: string;
  cart_tax: string;
  total: string;
  total_tax: string;
  customer_id: number;
  order_key: string;
  billing: WooAddress;
  shipping: WooAddress;
  payment_method: string;
  payment_method_title: string;
  transaction_id: string;
  customer_ip_address: string;
  customer_user_agent: string;
  created_via: string;
  customer_note: string;
  date_completed: string | null;
  date_paid: string | null;
  cart_hash: string;
  number: string;
  meta_data: WooMeta[];
  line_items: WooLineItem[];
  tax_lines: unknown[];
  shipping_lines: WooShippingLine[];
  fee_lines: unknown[];
  coupon_lines: unknown[];
  refunds: WooRefundSummary[];
  payment_url: string;
  is_editable: boolean;
  needs_payment: boolean;
  needs_processing: boolean;
  date_created_gmt: string;
  date_modified_gmt: string;
  date_completed_gmt: string | null;
  date_paid_gmt: string | null;
  currency_symbol: string;
  /** The field the askonce plugin registers; absent without the plugin. */
  askonce?: AskonceField;
}

export interface WooNote {
  id: number;
  author: string;
  date_created: string;
  date_created_gmt: string;
  note: string;
  customer_note: boolean;
}

export interface WooRefund {
  id: number;
  date_created: string;
  date_created_gmt: string;
  /** Positive, unlike the order's own `refunds[].total`. */
  amount: string;
  reason: string;
  refunded_by: number;
  refunded_payment: boolean;
  meta_data: WooMeta[];
  /** Quantities and totals are negative; empty for a refund of an amount only. */
  line_items: WooLineItem[];
  shipping_lines: unknown[];
  tax_lines: unknown[];
  fee_lines: unknown[];
}

export interface WooFulfillment {
  id: number;
  entity_type: "WC_Order";
  /** A string on the wire. */
  entity_id: string;
  is_fulfilled: boolean;
  status: string;
  date_updated: string;
  meta_data: WooMeta[];
}

export interface WooCustomer {
  id: number;
  date_created: string;
  date_created_gmt: string;
  date_modified: string;
  date_modified_gmt: string;
  email: string;
  first_name: string;
  last_name: string;
  role: string;
  username: string;
  billing: WooAddress;
  shipping: WooAddress;
  is_paying_customer: boolean;
  avatar_url: string;
  meta_data: WooMeta[];
}

/** What the askonce plugin says about an order's parcels. Instants are ISO 8601 UTC with `Z`, or `null`. */
export interface AskonceField {
  schema: 1;
  shipments: AskonceShipment[];
  flags: string[];
}

export interface AskonceShipment {
  id: string;
  source: string;
  carrier: string;
  carrierName: string;
  trackingNumber: string;
  trackingUrl: string;
  status: string;
  statusText: string;
  shippedAt: string | null;
  estimatedDelivery: string | null;
  deliveredAt: string | null;
  lastEvent: string | null;
  lastEventAt: string | null;
  locker: { name: string; city: string } | null;
  items: { lineItemId: number; quantity: number }[];
}
