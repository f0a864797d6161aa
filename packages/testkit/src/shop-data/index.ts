export { type GenerateShopOptions, generateShop } from "./generate-shop.ts";
export { type GenerateTicketsOptions, generateTickets } from "./generate-tickets.ts";
export { orderItemsMinor, orderRefundedMinor, orderTotalMinor } from "./money.ts";
export { productImage, productImagePath } from "./product-image.ts";
export type {
  FakeAddress,
  FakeCustomer,
  FakeItem,
  FakeLanguage,
  FakeOrder,
  FakeOrderNote,
  FakeParcel,
  FakeParcelEvent,
  FakeRefund,
  FakeScenario,
  FakeShop,
} from "./shop.ts";
export type { FakeTicket, FakeTicketMessage, FakeTicketTopic } from "./ticket.ts";
