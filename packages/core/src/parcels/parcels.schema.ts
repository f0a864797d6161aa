/** What an adapter for a courier said last about a number, and when it is asked next. */
export interface TrackingsTable {
  shop_id: string;
  carrier_id: string;
  tracking_normalized: string;
  /** As the shop wrote it, which is how the courier is asked. */
  tracking_number: string;
  /** The courier's name at the storefront, which an aggregator may need. */
  carrier_name: string | null;
  /** `ended`: nothing more is expected, nobody asks. */
  state: "active" | "ended";
  /** A `TrackedParcel`; empty as long as the courier does not know the number. */
  body: string | null;
  /** When the order was placed: what the courier says of an earlier time is about another parcel. */
  began_at: number;
  /** When the courier last answered or told us. */
  fetched_at: number | null;
  next_poll_at: number;
  /** Askings in a row that failed, or found nothing. */
  misses: number;
  problem: string | null;
}

/** How it goes with a courier's interface. */
export interface CarrierStatesTable {
  shop_id: string;
  carrier_id: string;
  /** Every change before it is known; empty for one that is asked number by number. */
  watermark: number | null;
  /** The courier asked for a pause until then, by the database's clock. */
  paused_until: number;
  problem: string | null;
  last_answer_at: number | null;
  /** Codes that the adapter's table does not hold, and how often they came: a JSON object. */
  unknown_codes: string;
}

export const parcelsStatements = [
  // What the storefront said of a parcel; `body` is what all sources together say. Empty in rows of older code, where both are one.
  `alter table parcels add column reported {text}`,
  `alter table parcels add column delivery {text}`,
  `alter table parcels add column by_hand integer not null default 0`,
  // When something about the order's delivery may be different without any news.
  `alter table orders add column check_at {bigint}`,
  `create index orders_to_check on orders (shop_id, check_at) where check_at is not null`,
  `create table trackings (
    shop_id {text} not null, carrier_id {text} not null, tracking_normalized {text} not null, tracking_number {text} not null,
    carrier_name {text}, state {text} not null, body {text}, began_at {bigint} not null, fetched_at {bigint}, next_poll_at {bigint} not null,
    misses integer not null, problem {text},
    primary key (shop_id, carrier_id, tracking_normalized))`,
  `create index trackings_by_number on trackings (shop_id, tracking_normalized)`,
  `create index trackings_due on trackings (shop_id, carrier_id, next_poll_at) where state = 'active'`,
  `create table carrier_states (
    shop_id {text} not null, carrier_id {text} not null, watermark {bigint}, paused_until {bigint} not null, problem {text},
    last_answer_at {bigint}, unknown_codes {text} not null,
    primary key (shop_id, carrier_id))`,
];
