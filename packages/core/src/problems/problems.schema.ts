/** What a customer or an agent said is wrong with an order or a parcel. */
export interface ProblemReportsTable {
  shop_id: string;
  id: string;
  order_ref: string;
  parcel_id: string | null;
  /** The kind of incident it is about. */
  kind: string;
  by: "customer" | "agent";
  /** What else was said: items, extent, wanted outcome, words; a JSON object. */
  details: string;
  ticket_id: string | null;
  incident_id: string | null;
  assurance: "anonymous" | "claimed" | "orderMatched" | "otpVerified" | "signedIn";
  created_at: number;
  /** When it was taken back or turned out otherwise. */
  cleared_at: number | null;
  /** Of the token under which photos can be added, and until when. */
  upload_hash: string | null;
  upload_until: number | null;
}

/** A photo that was looked at, cleaned of everything but its pixels, and stored in the files. */
export interface PhotosTable {
  shop_id: string;
  id: string;
  order_ref: string;
  parcel_id: string | null;
  report_id: string | null;
  shows: "item" | "packaging" | "label" | "other";
  file_key: string;
  content_type: string;
  byte_count: number;
  width: number;
  height: number;
  /** Of the cleaned bytes: the same photo is kept once. */
  sha256: string;
  by: "customer" | "agent";
  created_at: number;
}

export const problemsStatements = [
  `create table problem_reports (
    shop_id {text} not null, id {text} not null, order_ref {text} not null, parcel_id {text}, kind {text} not null, by {text} not null,
    details {text} not null, ticket_id {text}, incident_id {text}, assurance {text} not null, created_at {bigint} not null,
    cleared_at {bigint}, upload_hash {text}, upload_until {bigint},
    primary key (shop_id, id), unique (shop_id, upload_hash))`,
  `create index problem_reports_by_order on problem_reports (shop_id, order_ref)`,
  `create table photos (
    shop_id {text} not null, id {text} not null, order_ref {text} not null, parcel_id {text}, report_id {text}, shows {text} not null,
    file_key {text} not null, content_type {text} not null, byte_count integer not null, width integer not null, height integer not null,
    sha256 {text} not null, by {text} not null, created_at {bigint} not null,
    primary key (shop_id, id), unique (shop_id, order_ref, sha256))`,
];
