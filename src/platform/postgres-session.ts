/**
 * What makes a cut connection known on both sides. A cable that is pulled says nothing: without this a query waits for a quarter of an hour, and a
 * database keeps the locks of a program that is gone for two hours.
 */
const quietSeconds = 10
const betweenSeconds = 5
const unanswered = 3
/** Bytes that nobody acknowledged for so long: the connection is gone. Milliseconds. */
const unacknowledgedMs = 25_000

/** Settings of a connection to PostgreSQL: of the socket here, and of the database's own end of it. Over a socket of this machine they do nothing. */
export function livelySession(schema?: string): {
  readonly keepAlive: true
  readonly keepAliveInitialDelayMillis: number
  readonly connectionTimeoutMillis: number
  readonly options: string
} {
  const settings = {
    tcp_keepalives_idle: quietSeconds,
    tcp_keepalives_interval: betweenSeconds,
    tcp_keepalives_count: unanswered,
    tcp_user_timeout: unacknowledgedMs,
    // Also while a long query runs the database looks whether anybody still waits for it.
    client_connection_check_interval: quietSeconds * 1000,
    ...(schema === undefined ? {} : { search_path: schema }),
  }
  return {
    keepAlive: true,
    keepAliveInitialDelayMillis: quietSeconds * 1000,
    connectionTimeoutMillis: 30_000,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  }
}
