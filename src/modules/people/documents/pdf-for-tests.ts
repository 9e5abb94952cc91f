/** For tests: the smallest PDF writer that makes real files. Text in Helvetica, at places given in points from the lower left. */
import { deflateSync } from 'node:zlib'

export interface PlacedText {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
}

export interface PdfParts {
  readonly pages: readonly (readonly PlacedText[])[]
  /** Files within the file, by name. */
  readonly attached?: Readonly<Record<string, string | Uint8Array>>
  /** Objects and entries of the catalogue that a test adds, as PDF writes them. */
  readonly catalogue?: string
  /** Entries of the trailer, as `/Encrypt 9 0 R`. */
  readonly trailer?: string
  readonly extra?: readonly string[]
  /** Beside the font, as `/XObject << /X 6 0 R >>`. The first of `extra` is object 6 in a file of one page. */
  readonly resources?: string
  /** In place of the text of the pages. */
  readonly rawPage?: Uint8Array
}

/** Lines from the top of one page, 14 points apart. */
export function page(...lines: readonly string[]): PlacedText[] {
  return lines.map((text, at) => ({ x: 60, y: 780 - at * 14, text }))
}

export function pdfOf(...lines: readonly string[]): Uint8Array {
  return writePdf({ pages: [page(...lines)] })
}

export function writePdf({
  pages,
  attached = {},
  catalogue = '',
  trailer = '',
  extra = [],
  resources = '',
  rawPage,
}: PdfParts): Uint8Array {
  const objects: (string | Buffer)[] = []
  const add = (object: string | Buffer): number => objects.push(object)
  // The first two are filled in when the numbers of the pages are known.
  add('')
  add('')
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const kids = pages.map((texts) => {
    const content = add(stream(rawPage ?? latin1(contentOf(texts))))
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> ${resources} >> /Contents ${content} 0 R >>`,
    )
  })
  const files = Object.entries(attached).map(([name, content]) => {
    const file = add(stream(Buffer.from(content), '/Type /EmbeddedFile'))
    return `(${name}) ${add(`<< /Type /Filespec /F (${name}) /EF << /F ${file} 0 R >> >>`)} 0 R`
  })
  const names = files.length > 0 ? `/Names << /EmbeddedFiles << /Names [${files.join(' ')}] >> >>` : ''
  for (const object of extra) add(object)
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${names} ${catalogue} >>`
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  return assemble(objects, trailer)
}

function assemble(objects: readonly (string | Buffer)[], trailer: string): Uint8Array {
  const parts: Buffer[] = [latin1('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]!.length
  const write = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  for (const [at, object] of objects.entries()) {
    offsets.push(length)
    write(
      Buffer.concat([latin1(`${at + 1} 0 obj\n`), typeof object === 'string' ? latin1(object) : object, latin1('\nendobj\n')]),
    )
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  write(
    latin1(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

function stream(content: Uint8Array, entries = ''): Buffer {
  const packed = deflateSync(content)
  return Buffer.concat([
    latin1(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`),
    packed,
    latin1('\nendstream'),
  ])
}

function contentOf(texts: readonly PlacedText[]): string {
  const shown = texts.map(({ x, y, text, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
  return shown.join('\n')
}

const escaped = (text: string): string => text.replace(/[\\()]/g, (letter) => `\\${letter}`)
