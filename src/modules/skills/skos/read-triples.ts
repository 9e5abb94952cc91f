import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Invalid } from '../../../platform/index.ts'
import { decodePieces } from '../../imports/index.ts'
import { jsonLdTriples } from './json-ld-triples.ts'
import { rdfXmlTriples } from './rdf-xml-triples.ts'
import type { Triple } from './triple.ts'
import { turtleTriples } from './turtle-triples.ts'

export const taxonomyFormats = ['turtle', 'ntriples', 'jsonld', 'rdfxml'] as const
export type TaxonomyFormat = (typeof taxonomyFormats)[number]

const byExtension: Readonly<Record<string, TaxonomyFormat>> = {
  '.ttl': 'turtle',
  '.nt': 'ntriples',
  '.jsonld': 'jsonld',
  '.json': 'jsonld',
  '.rdf': 'rdfxml',
  '.xml': 'rdfxml',
  '.owl': 'rdfxml',
}

const lookedAtBytes = 4096

/**
 * All statements of a file, some at a time, streamed.
 * @param format where neither the name nor the beginning of the file tells
 * @throws Invalid where there is no such file, its format cannot be told, or it is broken: with file, line and what to do
 */
export async function* readTriples(path: string, format?: TaxonomyFormat): AsyncGenerator<Triple[]> {
  const name = basename(path)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new Invalid(path, `There is no file ${path}.`)
  if (found.size === 0) throw new Invalid(path, `${name} is empty.`)
  const read = format ?? byExtension[extname(path).toLowerCase()] ?? (await formatInside(path))
  const bytes = (): AsyncIterable<Buffer> => createReadStream(path)
  if (read === 'jsonld') yield* jsonLdTriples(name, bytes)
  else if (read === 'rdfxml') yield* rdfXmlTriples(name, decodePieces(name, bytes()))
  else yield* turtleTriples(name, decodePieces(name, bytes()))
}

/** By how the file begins. */
async function formatInside(path: string): Promise<TaxonomyFormat> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookedAtBytes), 0, lookedAtBytes, 0)
    const start = buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\ufeff/, '')
      .trimStart()
    if (/^(<\?xml|<!--|<!DOCTYPE|<[\w-]+:RDF[\s>])/i.test(start)) return 'rdfxml'
    if (/^(\{|\[\s*[{\]])/.test(start)) return 'jsonld'
    if (/^(@prefix|@base|prefix\s|base\s|#|<[^>\s]+>|_:)/i.test(start)) return 'turtle'
  } finally {
    await file.close()
  }
  throw new Invalid(
    path,
    `${basename(path)}: this looks like none of the formats. Say which it is with --format: ${taxonomyFormats.join(', ')}.`,
  )
}
