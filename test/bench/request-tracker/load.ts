import type { Client } from "pg";
import { type CopyValue, copyIn } from "./copy-in.ts";
import { advanceSequences, dropIndexes, greatestId, settle } from "./tables.ts";
import type { SourceTicket, TicketSource } from "./ticket-source.ts";

/** Ids that Request Tracker gave while its queues and agents were made. In the order of the source's indexes. */
export interface Prepared {
  queues: readonly number[];
  agents: readonly number[];
}

export interface LoadedTickets {
  firstTicketId: number;
  tickets: number;
  rows: number;
  databaseBytes: number;
  /** Milliseconds. `fullText` is the vectors alone; their GIN index is in `indexes`. */
  phases: Record<"customers" | "tickets" | "roles" | "messages" | "fullText" | "indexes" | "settle", number>;
  textSearchConfig: string;
}

const statuses = { open: "open", waiting: "stalled", resolved: "resolved" } as const satisfies Record<SourceTicket["status"], string>;
const unset = "1970-01-01 00:00:00";
const nobody = `(SELECT id FROM Users WHERE Name = 'Nobody')`;

/**
 * Writes tickets straight into Request Tracker's tables, row for row as its own API leaves them: four role groups a ticket, their members
 * and the closure of memberships, one transaction and one attachment a message. What the API would add for outgoing mail (a transaction
 * and three attachments a notification) is left out, which favors Request Tracker.
 */
export async function loadTickets(client: Client, count: number, source: TicketSource, prepared: Prepared): Promise<LoadedTickets> {
  const phases: LoadedTickets["phases"] = { customers: 0, tickets: 0, roles: 0, messages: 0, fullText: 0, indexes: 0, settle: 0 };
  const phase = async <Result>(name: keyof typeof phases, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work();
    phases[name] = Math.round(performance.now() - started);
    return result;
  };
  await client.query("SET synchronous_commit = off");
  await client.query("SET maintenance_work_mem = '512MB'");
  await client.query("SET work_mem = '256MB'");
  const indexes = await dropIndexes(client);
  const firstUserId = await phase("customers", () => loadCustomers(client, source));
  const firstTicketId = (await greatestId(client, "Tickets")) + 1;
  const ids = { ...prepared, firstUserId, firstTicketId, nobody: await idOf(client, nobody) };
  let rows = await phase("tickets", () => copyIn(client, ticketColumns, ticketRows(count, source, ids)));
  rows += await phase("roles", () => loadRoles(client, firstTicketId));
  rows += await phase("messages", async () => {
    const first = {
      transaction: (await greatestId(client, "Transactions")) + 1,
      attachment: (await greatestId(client, "Attachments")) + 1,
    };
    const transactions = await copyIn(client, transactionColumns, transactionRows(count, source, ids, first.transaction));
    return transactions + (await copyIn(client, attachmentColumns, attachmentRows(count, source, ids, first)));
  });
  // The same words that rt-fulltext-indexer indexes: the subject of the attachment, a line end, its text.
  rows += await phase("fullText", async () => {
    const { rowCount } = await client.query(
      `INSERT INTO AttachmentsIndex (ContentIndex, id) SELECT to_tsvector(coalesce(Subject, '') || E'\\n' || Content), id
       FROM Attachments WHERE ContentType IN ('text/plain', 'text/html') AND id NOT IN (SELECT id FROM AttachmentsIndex) ORDER BY id`,
    );
    return rowCount ?? 0;
  });
  await phase("indexes", async () => {
    for (const definition of indexes) await client.query(definition);
  });
  await advanceSequences(client);
  await phase("settle", () => settle(client));
  const { rows: facts } = await client.query<{ bytes: string; config: string }>(
    "SELECT pg_database_size(current_database()) AS bytes, current_setting('default_text_search_config') AS config",
  );
  return {
    firstTicketId,
    tickets: count,
    rows,
    databaseBytes: Number(facts[0]?.bytes),
    phases,
    textSearchConfig: facts[0]?.config ?? "",
  };
}

interface Ids extends Prepared {
  firstUserId: number;
  firstTicketId: number;
  nobody: number;
}

async function idOf(client: Client, query: string): Promise<number> {
  const { rows } = await client.query<{ id: number }>(`SELECT ${query} AS id`);
  if (!rows[0]?.id) throw new Error(`Request Tracker's own rows are missing: ${query}`);
  return rows[0].id;
}

/** A user is a principal with a group of its own, and a member of everyone and of the unprivileged. Returns the id of customer 0. */
async function loadCustomers(client: Client, source: TicketSource): Promise<number> {
  const first = (await greatestId(client, "Principals")) + 1;
  const everyone = await idOf(client, "(SELECT id FROM Groups WHERE Domain = 'SystemInternal' AND Name = 'Everyone')");
  const unprivileged = await idOf(client, "(SELECT id FROM Groups WHERE Domain = 'SystemInternal' AND Name = 'Unprivileged')");
  const member = (await greatestId(client, "GroupMembers")) + 1;
  const cached = (await greatestId(client, "CachedGroupMembers")) + 1;
  function* users(): Generator<CopyValue[]> {
    for (let index = 0; index < source.customers; index++) {
      const email = source.emailOf(index);
      yield [first + 2 * index, email, "*NO-PASSWORD*", email, 1, unset, 1, unset];
    }
  }
  await copyIn(client, "Users (id, Name, Password, EmailAddress, Creator, Created, LastUpdatedBy, LastUpdated)", users());
  const each = `FROM generate_series(0, ${source.customers - 1}) AS c`;
  await client.query(`INSERT INTO Principals (id, PrincipalType, Disabled)
    SELECT ${first} + 2 * c + k, CASE k WHEN 0 THEN 'User' ELSE 'Group' END, 0 ${each}, generate_series(0, 1) AS k ORDER BY 1`);
  await client.query(`INSERT INTO Groups (id, Name, Description, Domain, Instance, Creator, Created, LastUpdatedBy, LastUpdated)
    SELECT ${first} + 2 * c + 1, 'UserEquiv', 'ACL equiv. for user ' || (${first} + 2 * c), 'ACLEquivalence', ${first} + 2 * c,
      1, '${unset}', 1, '${unset}' ${each}`);
  const memberships = (self: string) => `(VALUES ${self} (1, ${first} + 2 * c + 1, ${first} + 2 * c), (2, ${everyone}, ${first} + 2 * c),
    (3, ${unprivileged}, ${first} + 2 * c)) AS m (k, groupId, memberId)`;
  await client.query(`INSERT INTO GroupMembers (id, GroupId, MemberId, Creator, Created, LastUpdatedBy, LastUpdated)
    SELECT ${member - 1} + 3 * c + k, groupId, memberId, 1, '${unset}', 1, '${unset}' ${each}, LATERAL ${memberships("")}`);
  await client.query(`INSERT INTO CachedGroupMembers (id, GroupId, MemberId, Via, ImmediateParentId, Disabled)
    SELECT ${cached} + 4 * c + k, groupId, memberId, ${cached} + 4 * c + k, groupId, 0 ${each},
      LATERAL ${memberships(`(0, ${first} + 2 * c + 1, ${first} + 2 * c + 1),`)}`);
  return first;
}

const ticketColumns = `Tickets (id, EffectiveId, Queue, Type, Owner, Subject, Status, Told, Starts, Started, Due, Resolved,
  LastUpdatedBy, LastUpdated, Creator, Created)`;

function* ticketRows(count: number, source: TicketSource, ids: Ids): Generator<CopyValue[]> {
  for (let index = 0; index < count; index++) {
    const ticket = source.ticketOf(index);
    const id = ids.firstTicketId + index;
    const customer = customerId(ids, ticket);
    const created = timestamp(ticket.createdAt);
    const updated = timestamp(ticket.updatedAt);
    const resolved = ticket.status === "resolved" ? updated : unset;
    const queue = ids.queues[ticket.queue] ?? 0;
    yield [
      ...[id, id, queue, "ticket", ownerId(ids, ticket), ticket.subject.slice(0, 200), statuses[ticket.status]],
      ...[updated, unset, created, unset, resolved, agentId(ids, ticket, index), updated, customer, created],
    ];
  }
}

/** Four role groups a ticket in the order in which the API makes them; the owner and the requestor are members of theirs. */
async function loadRoles(client: Client, firstTicketId: number): Promise<number> {
  const group = (await greatestId(client, "Principals")) + 1;
  const member = (await greatestId(client, "GroupMembers")) + 1;
  const cached = (await greatestId(client, "CachedGroupMembers")) + 1;
  const number = `(t.id - ${firstTicketId})`;
  const tickets = `FROM Tickets t`;
  const from = `t.id >= ${firstTicketId} ORDER BY 1`;
  const roles = "(VALUES (0, 'AdminCc'), (1, 'Cc'), (2, 'Owner'), (3, 'Requestor')) AS r (k, name)";
  const counts = [
    await client.query(`INSERT INTO Principals (id, PrincipalType, Disabled)
      SELECT ${group} + 4 * ${number} + k, 'Group', 0 ${tickets}, generate_series(0, 3) AS k WHERE ${from}`),
    await client.query(`INSERT INTO Groups (id, Name, Domain, Instance, Creator, Created, LastUpdatedBy, LastUpdated)
      SELECT ${group} + 4 * ${number} + k, r.name, 'RT::Ticket-Role', t.id, t.Creator, t.Created, t.Creator, t.Created
      ${tickets}, ${roles} WHERE ${from}`),
    await client.query(`INSERT INTO GroupMembers (id, GroupId, MemberId, Creator, Created, LastUpdatedBy, LastUpdated)
      SELECT ${member} + 2 * ${number} + k, ${group} + 4 * ${number} + 2 + k, CASE k WHEN 0 THEN t.Owner ELSE t.Creator END,
        t.Creator, t.Created, t.Creator, t.Created ${tickets}, generate_series(0, 1) AS k WHERE ${from}`),
    // Each group is a member of itself in the closure, then come the owner and the requestor.
    await client.query(`INSERT INTO CachedGroupMembers (id, GroupId, MemberId, Via, ImmediateParentId, Disabled)
      SELECT ${cached} + 6 * ${number} + k, groupId, memberId, ${cached} + 6 * ${number} + k, groupId, 0 ${tickets},
        LATERAL (SELECT ${group} + 4 * ${number} AS g) base,
        LATERAL (VALUES (0, g, g), (1, g + 1, g + 1), (2, g + 2, g + 2), (3, g + 2, t.Owner), (4, g + 3, g + 3), (5, g + 3, t.Creator))
          AS m (k, groupId, memberId) WHERE ${from}`),
  ];
  return counts.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
}

const transactionColumns = "Transactions (id, ObjectType, ObjectId, TimeTaken, Type, Data, Creator, Created)";

function* transactionRows(count: number, source: TicketSource, ids: Ids, first: number): Generator<CopyValue[]> {
  let id = first;
  for (const message of messages(count, source, ids)) {
    const data = message.index === 0 ? null : "No Subject";
    yield [id++, "RT::Ticket", message.ticketId, 0, message.index === 0 ? "Create" : "Correspond", data, message.author, message.at];
  }
}

const attachmentColumns = `Attachments (id, TransactionId, Parent, Subject, ContentType, ContentEncoding, Content, Headers, Creator, Created)`;

function* attachmentRows(
  count: number,
  source: TicketSource,
  ids: Ids,
  first: { transaction: number; attachment: number },
): Generator<CopyValue[]> {
  let position = 0;
  for (const message of messages(count, source, ids)) {
    const text = source.textOf(message.ticketIndex, message.index);
    const headers = `Content-Transfer-Encoding: binary
Content-Type: text/plain; charset="utf-8"
X-RT-Interface: API
Content-Disposition: inline
MIME-Version: 1.0
X-RT-Original-Encoding: utf-8
RT-Message-ID: <rt-${message.ticketId}-${message.index}@bench.example.test>
Content-Length: ${Buffer.byteLength(text)}
`;
    const subject = message.index === 0 ? message.ticket.subject.slice(0, 200) : null;
    yield [
      ...[first.attachment + position, first.transaction + position, 0, subject, "text/plain", "none", text, headers],
      ...[message.author, message.at],
    ];
    position++;
  }
}

/** The messages of all tickets, spread evenly between a ticket's first and last moment. */
function* messages(count: number, source: TicketSource, ids: Ids) {
  for (let ticketIndex = 0; ticketIndex < count; ticketIndex++) {
    const ticket = source.ticketOf(ticketIndex);
    const created = Date.parse(ticket.createdAt);
    const span = Date.parse(ticket.updatedAt) - created;
    for (let index = 0; index < source.messagesPerTicket; index++) {
      const share = source.messagesPerTicket > 1 ? index / (source.messagesPerTicket - 1) : 0;
      const at = timestamp(new Date(created + span * share).toISOString());
      const author = index % 2 === 0 ? customerId(ids, ticket) : agentId(ids, ticket, ticketIndex);
      yield { ticketIndex, ticketId: ids.firstTicketId + ticketIndex, ticket, index, at, author };
    }
  }
}

function customerId(ids: Ids, ticket: SourceTicket): number {
  return ids.firstUserId + 2 * ticket.customer;
}

function ownerId(ids: Ids, ticket: SourceTicket): number {
  return ticket.agent === null ? ids.nobody : (ids.agents[ticket.agent] ?? ids.nobody);
}

/** Who answers a ticket: its owner, or one of the agents in turn when nobody has taken it. */
function agentId(ids: Ids, ticket: SourceTicket, ticketIndex: number): number {
  return ids.agents[ticket.agent ?? ticketIndex % ids.agents.length] ?? ids.nobody;
}

/** Request Tracker keeps whole seconds of UTC without a zone. */
function timestamp(instant: string): string {
  return instant.slice(0, 19).replace("T", " ");
}
