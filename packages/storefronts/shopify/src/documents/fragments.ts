/**
 * What is asked of an order and of everything on it. Left out on purpose: `statusPageUrl` (a bearer secret, and without the approval for
 * names its non-null type takes the whole order away), `Customer.displayName` (the same), products and variants (one more scope).
 */
const moneyFields = `
fragment MoneyFields on MoneyBag {
  shopMoney { amount currencyCode }
  presentmentMoney { amount currencyCode }
}`;

const addressFields = `
fragment AddressFields on MailingAddress {
  firstName lastName company address1 address2 city province zip countryCodeV2 phone
}`;

export const customerFields = `
fragment CustomerFields on Customer {
  id firstName lastName createdAt locale note tags numberOfOrders
  defaultEmailAddress { emailAddress }
  defaultPhoneNumber { phoneNumber }
  amountSpent { amount currencyCode }
}`;

const parcelFields = `
fragment ParcelFields on Fulfillment {
  id status displayStatus requiresShipping createdAt inTransitAt deliveredAt estimatedDeliveryAt
  trackingInfo(first: 10) { company number url }
  fulfillmentLineItems(first: 30) { nodes { quantity lineItem { id } } pageInfo { hasNextPage } }
  events(first: 20, sortKey: HAPPENED_AT, reverse: true) {
    nodes { id status happenedAt message city country estimatedDeliveryAt }
    pageInfo { hasNextPage }
  }
}`;

const itemFields = `
fragment ItemFields on LineItem {
  id title variantTitle sku quantity currentQuantity
  image { url(transform: { maxWidth: 160 }) }
  originalUnitPriceSet { ...MoneyFields }
  discountedTotalSet(withCodeDiscounts: true) { ...MoneyFields }
  customAttributes { key value }
}`;

const orderFieldsOnly = `
fragment OrderFields on Order {
  id legacyResourceId name number
  createdAt processedAt updatedAt cancelledAt cancelReason closedAt
  displayFulfillmentStatus displayFinancialStatus returnStatus
  email phone customerLocale tags note test edited
  subtotalPriceSet { ...MoneyFields }
  totalDiscountsSet { ...MoneyFields }
  totalShippingPriceSet { ...MoneyFields }
  totalTaxSet { ...MoneyFields }
  totalPriceSet { ...MoneyFields }
  totalRefundedSet { ...MoneyFields }
  discountApplications(first: 5) {
    nodes {
      __typename
      ... on DiscountCodeApplication { code }
      ... on ManualDiscountApplication { title }
      ... on AutomaticDiscountApplication { title }
      ... on ScriptDiscountApplication { title }
    }
  }
  paymentGatewayNames
  transactions(first: 10) { kind status processedAt }
  shippingLine { title }
  shippingAddress { ...AddressFields }
  billingAddress { ...AddressFields }
  customer { ...CustomerFields }
  lineItems(first: 30) { nodes { ...ItemFields } pageInfo { hasNextPage endCursor } }
  fulfillments(first: 20) { ...ParcelFields }
}`;

/** Everything an order needs. */
export const orderFields = [orderFieldsOnly, moneyFields, addressFields, customerFields, parcelFields, itemFields].join("\n");

/** {@link itemFields} with what it uses. */
export const itemFieldsAlone = [itemFields, moneyFields].join("\n");
export const moneyFieldsAlone = moneyFields;
