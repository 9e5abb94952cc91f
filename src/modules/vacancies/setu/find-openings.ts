import { Invalid } from '../../../platform/index.ts'
import { decodePieces, type TextEncoding } from '../../imports/index.ts'
import type { FoundRecord } from '../intake/record-format.ts'
import { elementsNamed } from './xml-stream.ts'

/** SETU's vacancies are of the namespace of HR-XML 2007-04-15; a file without any namespace is read too. */
const namespaces: readonly string[] = ['http://ns.hr-xml.org/2007-04-15', '']

/** The PositionOpeningNL elements of an XML file, alone or within any list, streamed. */
export async function* findOpenings(name: string, bytes: AsyncIterable<Buffer | Uint8Array>): AsyncGenerator<FoundRecord> {
  const { encoding, all } = await encodingOf(name, bytes)
  let any = false
  for await (const { xml, line, uri } of elementsNamed('PositionOpeningNL', name, decodePieces(name, all, encoding))) {
    any = true
    const place = `${name}:${line}`
    if (namespaces.includes(uri)) yield { place, format: 'setu', content: { xml } }
    else
      yield { place, problem: `PositionOpeningNL is of the namespace "${uri}", and not of SETU's ${namespaces[0]}.`, record: xml }
  }
  if (!any) throw new Invalid(name, `There is no PositionOpeningNL in ${name}: it is XML about something else.`)
}

const looksAt = 200

/** As the first line of the XML says. */
async function encodingOf(
  name: string,
  bytes: AsyncIterable<Buffer | Uint8Array>,
): Promise<{ readonly encoding: TextEncoding; readonly all: AsyncIterable<Buffer | Uint8Array> }> {
  const pieces = bytes[Symbol.asyncIterator]()
  const first = await pieces.next()
  async function* all(): AsyncGenerator<Buffer | Uint8Array> {
    try {
      if (!first.done) yield first.value
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
    } finally {
      await pieces.return?.()
    }
  }
  const start = first.done ? '' : Buffer.from(first.value.subarray(0, looksAt)).toString('latin1')
  const said = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]?.toLowerCase() ?? 'utf-8'
  if (/^utf-?8$|^us-ascii$/.test(said)) return { encoding: 'utf-8', all: all() }
  if (/^windows-1252$|^iso-8859-1$|^latin-?1$/.test(said)) return { encoding: 'windows-1252', all: all() }
  throw new Invalid(`${name}:1`, `${name} says that it is written in ${said}. Save it as UTF-8 and try again.`)
}
