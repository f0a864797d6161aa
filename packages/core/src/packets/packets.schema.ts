/** A ticket that went from one to another. The packet itself is made anew when it is asked for. */
export interface HandOversTable {
  shop_id: string;
  id: string;
  ticket_id: string;
  purpose: "agent" | "shift" | "bot" | "channel" | "system";
  from_name: string | null;
  to_agent_id: string | null;
  note: string | null;
  at: number;
}

export const packetsStatements = [
  `create table hand_overs (
    shop_id {text} not null, id {text} not null, ticket_id {text} not null, purpose {text} not null, from_name {text}, to_agent_id {text},
    note {text}, at {bigint} not null,
    primary key (shop_id, id),
    foreign key (shop_id, ticket_id) references tickets (shop_id, id))`,
  `create index hand_overs_by_ticket on hand_overs (shop_id, ticket_id, at)`,
];
