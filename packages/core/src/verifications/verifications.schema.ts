/** A one-time code that was sent. Neither the code nor the address stands here, only what they hash to. */
export interface VerificationCodesTable {
  shop_id: string;
  id: string;
  address_hash: string;
  code_hash: string;
  tries: number;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** How often something was tried in a window of time, counted for all processes together. */
export interface AttemptsTable {
  shop_id: string;
  /** What is limited and for whom, hashed. */
  name: string;
  window_started_at: number;
  count: number;
}

export const verificationsStatements = [
  `create table verification_codes (
    shop_id {text} not null, id {text} not null, address_hash {text} not null, code_hash {text} not null, tries integer not null,
    created_at {bigint} not null, expires_at {bigint} not null, used_at {bigint},
    primary key (shop_id, id))`,
  `create index verification_codes_by_address on verification_codes (shop_id, address_hash, created_at)`,
  `create index verification_codes_by_end on verification_codes (shop_id, expires_at)`,
  `create table attempts (
    shop_id {text} not null, name {text} not null, window_started_at {bigint} not null, count integer not null,
    primary key (shop_id, name))`,
  `create index attempts_by_start on attempts (shop_id, window_started_at)`,
];
