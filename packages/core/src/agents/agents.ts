import { type Agent, type AgentRole, AskonceError, type AuthenticatedAgent, agentSchema, type Instant } from "@askonce/spec";
import type { Selectable } from "kysely";
import { type Caller, requireRole } from "../caller.ts";
import { fromInstant, toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { requireValid } from "../platform/require-valid.ts";
import { hashSecret, randomSecret } from "../platform/secrets.ts";
import type { Database, Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

/** A token as it is listed; the secret itself is never stored. */
export interface AgentToken {
  id: string;
  agentId: string;
  label: string;
  createdAt: Instant;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
}

export interface Agents {
  list(caller: Caller): Promise<Agent[]>;
  get(agentId: string): Promise<Agent>;
  /** @throws AskonceError `FORBIDDEN` unless the caller is an owner */
  create(input: { name: string; email?: string | null; role: AgentRole }, caller: Caller): Promise<Agent>;
  /** @throws AskonceError `FORBIDDEN`, `AGENT_NOT_FOUND`, `LAST_OWNER` */
  update(agentId: string, changes: { name?: string; role?: AgentRole; active?: boolean }, caller: Caller): Promise<Agent>;
  tokens(agentId: string, caller: Caller): Promise<AgentToken[]>;
  /** The returned `token` is shown this once; only its hash is kept. */
  createToken(
    agentId: string,
    input: { label: string; expiresAt?: Instant | null },
    caller: Caller,
  ): Promise<AgentToken & { token: string }>;
  revokeToken(agentId: string, tokenId: string, caller: Caller): Promise<void>;
  /** The agent a token belongs to; `null` when it is unknown, revoked, expired, or its agent is not active any more. */
  authenticate(token: string): Promise<Agent | null>;
  /** The agent that stands for somebody the embedding application vouches for, made or updated as needed. */
  ensureExternal(external: AuthenticatedAgent): Promise<Agent>;
}

/** How often "last used" is written for one token: a busy agent must not turn every read into a write. */
const lastUsedResolutionMs = 5 * 60_000;

const nameSchema = agentSchema.shape.name.trim().min(1);

export function createAgents(store: Store, platform: Platform): Agents {
  const { shopId } = store;

  const find = async (database: Database | UnitOfWork["database"], agentId: string) => {
    const row = await database.selectFrom("agents").selectAll().where("shop_id", "=", shopId).where("id", "=", agentId).executeTakeFirst();
    if (!row) throw new AskonceError("AGENT_NOT_FOUND");
    return row;
  };
  const requireOwnerOrSelf = (caller: Caller, agentId: string) => {
    if (caller.kind === "agent" && caller.agentId === agentId) return;
    requireRole(caller, "owner");
  };

  return {
    async list(caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      const rows = await database
        .selectFrom("agents")
        .selectAll()
        .where("shop_id", "=", shopId)
        .orderBy("created_at")
        .orderBy("id")
        .limit(1000)
        .execute();
      return rows.map(toAgent);
    },

    async get(agentId) {
      return toAgent(await find(await store.ready(), agentId));
    },

    async create(input, caller) {
      requireRole(caller, "owner");
      return store.transact(caller, (unit) =>
        insertAgent(unit, {
          name: requireValid(nameSchema, input.name, "name"),
          email: requireValid(agentSchema.shape.email, input.email ?? null, "email"),
          role: requireValid(agentSchema.shape.role, input.role, "role"),
          externalId: null,
        }),
      );
    },

    async update(agentId, changes, caller) {
      requireRole(caller, "owner");
      return store.transact(caller, async (unit) => {
        const before = await find(unit.database, agentId);
        const after = {
          name: changes.name === undefined ? before.name : requireValid(nameSchema, changes.name, "name"),
          role: requireValid(agentSchema.shape.role, changes.role ?? before.role, "role"),
          active: changes.active === undefined ? before.active : Number(changes.active === true),
        };
        // Saying again what already holds is not a change.
        if (after.name === before.name && after.role === before.role && after.active === before.active) return toAgent(before);
        const losesOwner =
          before.role === "owner" && before.active === 1 && (changes.active === false || (changes.role ?? "owner") !== "owner");
        if (losesOwner) {
          const owners = await unit.database
            .selectFrom("agents")
            .select("id")
            .where("shop_id", "=", shopId)
            .where("role", "=", "owner")
            .where("active", "=", 1)
            .limit(2)
            .execute();
          if (owners.length < 2) throw new AskonceError("LAST_OWNER");
        }
        await unit.database.updateTable("agents").set(after).where("shop_id", "=", shopId).where("id", "=", agentId).execute();
        unit.emit("agent.updated", { kind: "agent", id: agentId }, { agentId });
        return toAgent(await find(unit.database, agentId));
      });
    },

    async tokens(agentId, caller) {
      requireOwnerOrSelf(caller, agentId);
      const database = await store.ready();
      await find(database, agentId);
      const rows = await database
        .selectFrom("agent_tokens")
        .selectAll()
        .where("shop_id", "=", shopId)
        .where("agent_id", "=", agentId)
        .where("revoked_at", "is", null)
        .orderBy("created_at", "desc")
        .limit(100)
        .execute();
      return rows.map(toToken);
    },

    async createToken(agentId, input, caller) {
      requireOwnerOrSelf(caller, agentId);
      const token = `ask_${randomSecret()}`;
      const hash = await hashSecret(token);
      return store.transact(caller, async (unit) => {
        await find(unit.database, agentId);
        const row = await unit.database
          .insertInto("agent_tokens")
          .values({
            shop_id: shopId,
            id: platform.createId("tok"),
            agent_id: agentId,
            label: input.label,
            hash,
            created_at: platform.clock.now(),
            expires_at: input.expiresAt ? fromInstant(input.expiresAt) : null,
            last_used_at: null,
            revoked_at: null,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        return { ...toToken(row), token };
      });
    },

    async revokeToken(agentId, tokenId, caller) {
      requireOwnerOrSelf(caller, agentId);
      const revoked = await store.transact(caller, async (unit) => {
        await find(unit.database, agentId);
        return unit.database
          .updateTable("agent_tokens")
          .set({ revoked_at: platform.clock.now() })
          .where("shop_id", "=", shopId)
          .where("agent_id", "=", agentId)
          .where("id", "=", tokenId)
          .where("revoked_at", "is", null)
          .executeTakeFirst();
      });
      if (Number(revoked.numUpdatedRows) === 0) throw new AskonceError("NOT_FOUND");
    },

    async authenticate(token) {
      if (!/^ask_[A-Za-z0-9_-]{43}$/.test(token)) return null;
      const hash = await hashSecret(token);
      const database = await store.ready();
      const now = platform.clock.now();
      const row = await database
        .selectFrom("agent_tokens as token")
        .innerJoin("agents as agent", (join) => join.onRef("agent.shop_id", "=", "token.shop_id").onRef("agent.id", "=", "token.agent_id"))
        .selectAll("agent")
        .select(["token.id as token_id", "token.last_used_at"])
        .where("token.shop_id", "=", shopId)
        .where("token.hash", "=", hash)
        .where("token.revoked_at", "is", null)
        .where((where) => where.or([where("token.expires_at", "is", null), where("token.expires_at", ">", now)]))
        .where("agent.active", "=", 1)
        .executeTakeFirst();
      if (!row) return null;
      if ((row.last_used_at ?? 0) < now - lastUsedResolutionMs) {
        await store.write((transaction) =>
          transaction
            .updateTable("agent_tokens")
            .set({ last_used_at: now })
            .where("shop_id", "=", shopId)
            .where("id", "=", row.token_id)
            .execute(),
        );
      }
      return toAgent(row);
    },

    async ensureExternal(vouchedFor) {
      const external = presentable(vouchedFor);
      const findExternal = (database: Database | UnitOfWork["database"]) =>
        database
          .selectFrom("agents")
          .selectAll()
          .where("shop_id", "=", shopId)
          .where("external_id", "=", external.externalId)
          .executeTakeFirst();
      const isCurrent = (row: Selectable<Tables["agents"]>) =>
        row.name === external.name && row.email === external.email && row.role === external.role;
      const before = await findExternal(await store.ready());
      if (before && isCurrent(before)) return toAgent(before);
      return store.transact({ kind: "system" }, async (unit) => {
        // Asked again inside: the first requests of a page come together, and only one of them may add the agent.
        const known = await findExternal(unit.database);
        if (!known) return insertAgent(unit, external);
        if (isCurrent(known)) return toAgent(known);
        await unit.database
          .updateTable("agents")
          .set({ name: external.name, email: external.email, role: external.role })
          .where("shop_id", "=", shopId)
          .where("id", "=", known.id)
          .execute();
        unit.emit("agent.updated", { kind: "agent", id: known.id }, { agentId: known.id });
        return toAgent(await find(unit.database, known.id));
      });
    },
  };

  async function insertAgent(
    unit: UnitOfWork,
    input: { name: string; email?: string | null; role: AgentRole; externalId: string | null },
  ): Promise<Agent> {
    const row = await unit.database
      .insertInto("agents")
      .values({
        shop_id: shopId,
        id: platform.createId("agt"),
        external_id: input.externalId,
        name: input.name,
        email: input.email ?? null,
        role: input.role,
        active: 1,
        created_at: platform.clock.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    unit.emit("agent.created", { kind: "agent", id: row.id }, { agentId: row.id });
    return toAgent(row);
  }
}

/** What the embedding application calls its people need not fit our contract; an address that does not is left out. */
function presentable(external: AuthenticatedAgent): AuthenticatedAgent {
  return {
    ...external,
    name: external.name.trim().slice(0, 200) || external.externalId.slice(0, 200),
    email: agentSchema.shape.email.safeParse(external.email).data ?? null,
  };
}

function toAgent(row: Selectable<Tables["agents"]>): Agent {
  return { id: row.id, name: row.name, email: row.email, role: row.role, active: row.active === 1, createdAt: toInstant(row.created_at) };
}

function toToken(row: Selectable<Tables["agent_tokens"]>): AgentToken {
  return {
    id: row.id,
    agentId: row.agent_id,
    label: row.label,
    createdAt: toInstant(row.created_at),
    expiresAt: toInstantOrNull(row.expires_at),
    lastUsedAt: toInstantOrNull(row.last_used_at),
  };
}
