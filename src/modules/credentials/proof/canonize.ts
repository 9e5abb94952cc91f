import { createHash } from 'node:crypto'
import jsonld from 'jsonld'
import rdfCanonize, { type Quad } from 'rdf-canonize'
import type { JsonObject } from '../document/json.ts'
import { credentialLimits } from '../document/limits.ts'
import { loadBundled, unknownContexts } from './contexts.ts'

export type NotCanonical =
  /** It uses a context that is not bundled: what its terms mean is not known. */
  | { readonly why: 'unknownContext'; readonly contexts: readonly string[] }
  /** A field or type has no meaning in its contexts: a signature would not cover it. */
  | { readonly why: 'undefinedTerm'; readonly term: string | undefined }
  /** It takes more work than a badge can cost. */
  | { readonly why: 'tooMuch' }

export type Canonical = { readonly quads: string } | NotCanonical

const options = {
  documentLoader: loadBundled,
  safe: true,
  base: null,
  rdfDirection: 'i18n-datatype',
  produceGeneralizedRdf: false,
}

/**
 * A JSON-LD document as RDF in canonical order (RDFC-1.0), as `eddsa-rdfc-2022` signs it. Source: Data Integrity EdDSA Cryptosuites 1.0, 3.2.3.
 */
export async function canonize(document: JsonObject): Promise<Canonical> {
  const contexts = unknownContexts(document)
  if (contexts.length > 0) return { why: 'unknownContext', contexts }
  let dataset: readonly Quad[]
  try {
    dataset = (await jsonld.toRDF(document as never, options as never)) as unknown as readonly Quad[]
  } catch (error) {
    return { why: 'undefinedTerm', term: termOf(error) }
  }
  const blank = new Set(dataset.flatMap(({ subject, graph }) => [subject, graph]).map(blankName))
  if (blank.size > credentialLimits.blankNodes) return { why: 'tooMuch' }
  try {
    const quads = await rdfCanonize.canonize(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      maxWorkFactor: 1,
      signal: AbortSignal.timeout(credentialLimits.canonizeMilliseconds),
    })
    return { quads }
  } catch {
    return { why: 'tooMuch' }
  }
}

/** The hash of each, one after the other: what is signed. */
export function hashesOf(...texts: readonly string[]): Uint8Array {
  return Buffer.concat(texts.map((text) => createHash('sha256').update(text).digest()))
}

function blankName({ termType, value }: { readonly termType: string; readonly value: string }): string {
  return termType === 'BlankNode' ? value : ''
}

/** Which term the reader stumbled on, where it says so. */
function termOf(error: unknown): string | undefined {
  const { details } = error as { readonly details?: { readonly event?: { readonly details?: Record<string, unknown> } } }
  const { property, type, value, relativeReference } = details?.event?.details ?? {}
  return [property, type, relativeReference, value].find((one) => typeof one === 'string') as string | undefined
}
