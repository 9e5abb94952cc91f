import type { ActingDatabase } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'
import type { Identity } from './account-store.ts'

export interface Link {
  /** Empty: the first browser that opens it. */
  readonly browserHash: string
  readonly email: string
  readonly returnTo: string
  readonly language: Language
  readonly identity?: Identity | undefined
}

interface LinkColumns extends Record<string, unknown> {
  readonly browser_hash: string
  readonly email: string
  readonly return_to: string
  readonly language: Language
  readonly issuer: string | null
  readonly subject: string | null
}

/** A visit to an OpenID provider that is under way. */
export interface OpenIdRequest {
  readonly browserHash: string
  readonly provider: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
  readonly language: Language
}

const columns = 'browser_hash, email, return_to, language, issuer, subject'
const isOpen = 'token_hash = $1 and used_at is null and expires_at > $2::timestamptz'
const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Mailed links and visits to OpenID providers. Only tasks of the program see them. */
export const linkStore = {
  async insert(
    inside: ActingDatabase,
    tokenHash: string,
    { browserHash, email, returnTo, language, identity }: Link,
    times: { readonly now: number; readonly expiresAt: number },
  ): Promise<void> {
    await inside.query(
      `insert into sign_in_link (token_hash, browser_hash, email_folded, email, return_to, language, issuer, subject, created_at, expires_at)
       values ($1, $2, $3, $3, $4, $5, $6, $7, $8::timestamptz, $9::timestamptz)`,
      [
        ...[tokenHash, browserHash, email, returnTo, language, identity?.issuer ?? null, identity?.subject ?? null],
        ...[timestamp(times.now), timestamp(times.expiresAt)],
      ],
    )
  },
  /** One that is not used and not too old. */
  async find(inside: ActingDatabase, tokenHash: string, now: number): Promise<Link | undefined> {
    const [row] = await inside.query<LinkColumns>(`select ${columns} from sign_in_link where ${isOpen}`, [
      tokenHash,
      timestamp(now),
    ])
    return row && toLink(row)
  },
  /** Uses it up; undefined when somebody else just did. */
  async use(inside: ActingDatabase, tokenHash: string, now: number): Promise<Link | undefined> {
    const [row] = await inside.query<LinkColumns>(
      `update sign_in_link set used_at = $2::timestamptz where ${isOpen} returning ${columns}`,
      [tokenHash, timestamp(now)],
    )
    return row && toLink(row)
  },
  async insertRequest(inside: ActingDatabase, stateHash: string, request: OpenIdRequest, expiresAt: number): Promise<void> {
    await inside.query(
      `insert into open_id_request (state_hash, browser_hash, provider, nonce, code_verifier, return_to, language, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)`,
      [
        ...[stateHash, request.browserHash, request.provider, request.nonce, request.codeVerifier],
        ...[request.returnTo, request.language, timestamp(expiresAt)],
      ],
    )
  },
  /** Takes the request of this browser out: an answer of a provider is used once. */
  async takeRequest(
    inside: ActingDatabase,
    stateHash: string,
    browserHash: string,
    now: number,
  ): Promise<OpenIdRequest | undefined> {
    const [row] = await inside.query<Record<string, string>>(
      `delete from open_id_request where state_hash = $1 and browser_hash = $2 and expires_at > $3::timestamptz
       returning browser_hash as "browserHash", provider, nonce, code_verifier as "codeVerifier", return_to as "returnTo", language`,
      [stateHash, browserHash, timestamp(now)],
    )
    return row as OpenIdRequest | undefined
  },
  async removeExpired(inside: ActingDatabase, now: number): Promise<void> {
    await inside.query('delete from sign_in_link where expires_at <= $1::timestamptz', [timestamp(now)])
    await inside.query('delete from open_id_request where expires_at <= $1::timestamptz', [timestamp(now)])
  },
}

function toLink(row: LinkColumns): Link {
  return {
    browserHash: row.browser_hash,
    email: row.email,
    returnTo: row.return_to,
    language: row.language,
    identity: row.issuer === null || row.subject === null ? undefined : { issuer: row.issuer, subject: row.subject },
  }
}
