import type { KeyObject } from 'node:crypto'
import type { Clock } from '../../../platform/index.ts'
import type { JsonObject } from '../document/index.ts'

/** Somebody whom the operator knows to issue credentials, with the keys they sign with. */
export interface KnownIssuer {
  /** As it stands in credentials. */
  readonly id: string
  readonly name: string
  readonly keys: readonly KeyObject[]
}

/** Issuers of this installation: what is needed to check what was issued here without asking the network. */
export interface OwnIssuers {
  /** Keys of one of ours, those that were retired too; undefined when it is not one of ours. */
  issuerKeys(issuer: string): Promise<readonly OwnKey[] | undefined>
  /** What our status list says of an entry (`credentialStatus`); undefined when it is not one of ours. */
  status(entry: JsonObject): Promise<'valid' | 'revoked' | 'suspended' | undefined>
}

export interface OwnKey {
  /** As `verificationMethod` and `kid` name it. */
  readonly id: string
  readonly publicKey: KeyObject
  /** What was signed from this moment on does not count: the key was stolen. */
  readonly revokedFromMs?: number
}

export type FetchedText =
  | { readonly text: string }
  /** `notAllowed`: the operator did not name the host. */
  | { readonly why: 'notAllowed' | 'unreachable' }

export interface CheckParts {
  readonly clock: Clock
  readonly known: readonly KnownIssuer[]
  readonly own?: OwnIssuers | undefined
  /** What stands at an address, of hosts that the operator named. */
  readonly fetchText: (url: string) => Promise<FetchedText>
}

/** Beside the document, from who asks. */
export interface Asked {
  /** Addresses of who asks, proven; left out when nobody is signed in. */
  readonly emails?: readonly string[] | undefined
  /** Public keys that they say are the issuer's. */
  readonly keys?: readonly KeyObject[]
  /** Status lists that they give along, as text: a credential of its own, or a revocation list of 1EdTech. */
  readonly statusLists?: readonly string[]
}
