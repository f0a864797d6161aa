// Generated from the contract by scripts/generate-routes.ts. Do not edit.

export const apiPrefix = "/api/v1";

/** Method and path of every endpoint, by group and name; `stream` behind them marks server-sent events. */
export const routes = {
  tickets: {
    list: "GET /tickets",
    counts: "GET /tickets/counts",
    create: "POST /tickets",
    get: "GET /tickets/{ticketId}",
    update: "PATCH /tickets/{ticketId}",
    merge: "POST /tickets/{ticketId}/merge",
    messages: "GET /tickets/{ticketId}/messages",
    receive: "POST /tickets/{ticketId}/messages",
    reply: "POST /tickets/{ticketId}/replies",
    checkDraft: "POST /tickets/{ticketId}/draft-check",
    questions: "GET /tickets/{ticketId}/questions",
    handOver: "POST /tickets/{ticketId}/hand-over",
    note: "POST /tickets/{ticketId}/notes",
    context: "GET /tickets/{ticketId}/context",
    linkOrder: "PUT /tickets/{ticketId}/order",
    unlinkOrder: "POST /tickets/{ticketId}/order/unlink",
    facts: "GET /tickets/{ticketId}/facts",
    recordFact: "POST /tickets/{ticketId}/facts",
    events: "GET /tickets/{ticketId}/events",
  },
  customers: {
    list: "GET /customers",
    create: "POST /customers",
    get: "GET /customers/{customerId}",
    orders: "GET /customers/{customerId}/orders",
    addContactPoint: "POST /customers/{customerId}/contact-points",
    removeContactPoint: "DELETE /customers/{customerId}/contact-points/{contactPointId}",
    links: "GET /customers/{customerId}/links",
    link: "POST /customers/{customerId}/links",
    decideLink: "POST /identity-links/{linkId}/decide",
  },
  orders: {
    search: "GET /orders",
    get: "GET /orders/by-ref",
    refresh: "POST /orders/refresh",
  },
  incidents: {
    list: "GET /incidents",
    get: "GET /incidents/{incidentId}",
    update: "PATCH /incidents/{incidentId}",
    close: "POST /incidents/{incidentId}/close",
    claim: "GET /incidents/{incidentId}/claim",
    digests: "GET /incident-digests",
    groups: "GET /incident-groups",
  },
  deliveries: {
    carriers: "GET /carriers",
    track: "POST /deliveries/track",
    addParcel: "POST /deliveries/parcels",
    promise: "POST /deliveries/promises",
    settlePromise: "POST /deliveries/promises/{promiseId}/settle",
    whereIs: "GET /deliveries/where-is",
    photos: "GET /deliveries/photos",
    report: "POST /deliveries/problems",
  },
  guestDeliveries: {
    whereIs: "POST /order-lookup/where-is",
    report: "POST /order-lookup/problems",
  },
  ownDeliveries: {
    whereIs: "GET /my/where-is",
    report: "POST /my/problems",
  },
  agents: {
    me: "GET /me",
    list: "GET /agents",
    create: "POST /agents",
    update: "PATCH /agents/{agentId}",
    tokens: "GET /agents/{agentId}/tokens",
    createToken: "POST /agents/{agentId}/tokens",
    revokeToken: "DELETE /agents/{agentId}/tokens/{tokenId}",
  },
  storefronts: {
    list: "GET /storefronts",
    backfill: "POST /storefronts/{adapterId}/backfill",
  },
  webhooks: {
    list: "GET /webhook-endpoints",
    create: "POST /webhook-endpoints",
    get: "GET /webhook-endpoints/{endpointId}",
    update: "PATCH /webhook-endpoints/{endpointId}",
    delete: "DELETE /webhook-endpoints/{endpointId}",
    rotateSecret: "POST /webhook-endpoints/{endpointId}/secret",
    test: "POST /webhook-endpoints/{endpointId}/test",
    deliveries: "GET /webhook-endpoints/{endpointId}/deliveries",
    retry: "POST /webhook-endpoints/{endpointId}/deliveries/{deliveryId}/retry",
    replay: "POST /webhook-endpoints/{endpointId}/replay",
  },
  events: {
    stream: "GET /events stream",
  },
  lookup: {
    order: "POST /order-lookup",
  },
  mine: {
    tickets: "GET /my/tickets",
    open: "POST /my/tickets",
    messages: "GET /my/tickets/{ticketId}/messages",
    write: "POST /my/tickets/{ticketId}/messages",
    chooseOrder: "PUT /my/tickets/{ticketId}/order",
    form: "GET /my/forms/{purpose}",
    orders: "GET /my/orders",
  },
  verifications: {
    start: "POST /verifications",
    confirm: "POST /verifications/confirm",
  },
  forms: {
    get: "GET /forms/{purpose}",
  },
  packets: {
    make: "POST /tickets/{ticketId}/packet",
    read: "POST /packets/read",
  },
  measures: {
    repeatAsk: "GET /measures/repeat-ask",
  },
  health: {
    check: "GET /health",
    live: "GET /health/live",
  },
} as const;
