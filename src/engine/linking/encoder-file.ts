import { stemWord } from '../text/index.ts'
import { checksumOf, fromUtf8, toUtf8 } from './encoder-bytes.ts'
import type { EncoderLanguage, EncoderStems } from './encoder-words.ts'

/** Raised whenever what stands in the file changes its shape or its meaning. */
export const encoderSchema = 1

const magic = 'SCHKENC\n'
/** Magic, schema, length of the header, checksum of all that follows. */
const leadBytes = magic.length + 12
const longestHeader = 1_000_000
const mostDimensions = 4096
const mostStep = 127

/** What an encoder is made of, as it stands in a file. */
export interface EncoderTable {
  readonly version: string
  readonly dimensions: number
  readonly stems: EncoderStems
  /** Of each row: what its steps are worth. */
  readonly scales: Float32Array
  /** `dimensions` steps a row, from -127 to 127. A row is steps x scale. */
  readonly steps: Int8Array
}

/** A file that cannot be used as an encoder, and why. */
export class EncoderRefused extends Error {
  override readonly name = 'EncoderRefused'
}

interface Header {
  readonly version: string
  readonly dimensions: number
  readonly rows: Readonly<Record<EncoderLanguage, number>>
  readonly stemBytes: number
  /** Words with their stems: with another stemmer the rows belong to other words. */
  readonly probes: Readonly<Record<EncoderLanguage, readonly (readonly [string, string])[]>>
}

/** One scale per row, so that rare words with short rows keep as many steps as others. */
export function toSteps(rows: Float32Array, dimensions: number): Pick<EncoderTable, 'scales' | 'steps'> {
  const count = rows.length / dimensions
  const scales = new Float32Array(count)
  const steps = new Int8Array(rows.length)
  for (let row = 0; row < count; row++) {
    const from = row * dimensions
    let largest = 0
    for (let at = from; at < from + dimensions; at++) largest = Math.max(largest, Math.abs(rows[at]!))
    scales[row] = largest / mostStep
    const scale = scales[row]!
    if (scale === 0) continue
    for (let at = from; at < from + dimensions; at++) {
      steps[at] = Math.max(-mostStep, Math.min(mostStep, Math.round(rows[at]! / scale)))
    }
  }
  return { scales, steps }
}

/** The rows as numbers. */
export function fromSteps({ scales, steps, dimensions }: Pick<EncoderTable, 'scales' | 'steps' | 'dimensions'>): Float32Array {
  const rows = new Float32Array(steps.length)
  for (let row = 0; row < scales.length; row++) {
    const scale = scales[row]!
    for (let at = row * dimensions; at < (row + 1) * dimensions; at++) rows[at] = steps[at]! * scale
  }
  return rows
}

/** @param probes words whose stems are kept, to know the stemmer by */
export function writeEncoderFile(table: EncoderTable, probes: Readonly<Record<EncoderLanguage, readonly string[]>>): Uint8Array {
  const stemText = toUtf8(`${[...table.stems.nl, ...table.stems.en].join('\n')}\n`)
  const probed = (language: EncoderLanguage) => probes[language].map((word) => [word, stemWord(word, language)] as const)
  const header: Header = {
    version: table.version,
    dimensions: table.dimensions,
    rows: { nl: table.stems.nl.length, en: table.stems.en.length },
    stemBytes: stemText.length,
    probes: { nl: probed('nl'), en: probed('en') },
  }
  const headerText = toUtf8(JSON.stringify(header))
  const bytes = new Uint8Array(leadBytes + headerText.length + stemText.length + table.scales.length * 4 + table.steps.length)
  const view = new DataView(bytes.buffer)
  bytes.set(toUtf8(magic))
  view.setUint32(magic.length, encoderSchema, true)
  view.setUint32(magic.length + 4, headerText.length, true)
  let at = leadBytes
  bytes.set(headerText, at)
  at += headerText.length
  bytes.set(stemText, at)
  at += stemText.length
  for (const scale of table.scales) {
    view.setFloat32(at, scale, true)
    at += 4
  }
  bytes.set(new Uint8Array(table.steps.buffer, table.steps.byteOffset, table.steps.length), at)
  view.setUint32(magic.length + 8, checksumOf(bytes.subarray(leadBytes)), true)
  return bytes
}

/** @throws EncoderRefused when it is another kind of file, of another version, cut off, damaged, or made with another stemmer */
export function readEncoderFile(bytes: Uint8Array): EncoderTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < leadBytes || fromUtf8(bytes.subarray(0, magic.length)) !== magic)
    throw new EncoderRefused('It is no encoder.')
  const schema = view.getUint32(magic.length, true)
  if (schema !== encoderSchema) throw new EncoderRefused(`Its shape is ${schema}, and not ${encoderSchema}.`)
  const headerBytes = view.getUint32(magic.length + 4, true)
  if (headerBytes > longestHeader || leadBytes + headerBytes > bytes.length) throw new EncoderRefused('Its header is damaged.')
  if (view.getUint32(magic.length + 8, true) !== checksumOf(bytes.subarray(leadBytes))) {
    throw new EncoderRefused('Its checksum is not right: it is damaged or cut off.')
  }
  const header = readHeader(fromUtf8(bytes.subarray(leadBytes, leadBytes + headerBytes)))
  refuseOtherStemmer(header)
  const rows = header.rows.nl + header.rows.en
  const stemsFrom = leadBytes + headerBytes
  const scalesFrom = stemsFrom + header.stemBytes
  const stepsFrom = scalesFrom + rows * 4
  if (bytes.length !== stepsFrom + rows * header.dimensions) throw new EncoderRefused('Its size is not what its header says.')
  const stems = fromUtf8(bytes.subarray(stemsFrom, scalesFrom)).split('\n')
  stems.pop()
  if (stems.length !== rows) throw new EncoderRefused('It holds another number of words than of rows.')
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) scales[row] = view.getFloat32(scalesFrom + row * 4, true)
  return {
    version: header.version,
    dimensions: header.dimensions,
    stems: { nl: stems.slice(0, header.rows.nl), en: stems.slice(header.rows.nl) },
    scales,
    steps: new Int8Array(bytes.buffer, bytes.byteOffset + stepsFrom, rows * header.dimensions),
  }
}

function readHeader(json: string): Header {
  let header: Partial<Header>
  try {
    header = JSON.parse(json) as Partial<Header>
  } catch {
    throw new EncoderRefused('Its header is damaged.')
  }
  const { version, dimensions, rows, stemBytes, probes } = header
  const isWell =
    typeof version === 'string' &&
    isCount(dimensions) &&
    dimensions > 0 &&
    dimensions <= mostDimensions &&
    isCount(rows?.nl) &&
    isCount(rows?.en) &&
    isCount(stemBytes) &&
    Array.isArray(probes?.nl) &&
    Array.isArray(probes?.en)
  if (!isWell) throw new EncoderRefused('Its header is damaged.')
  return header as Header
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function refuseOtherStemmer({ probes }: Header): void {
  for (const language of ['nl', 'en'] as const) {
    const other = probes[language].find(([word, stem]) => stemWord(word, language) !== stem)
    if (other) throw new EncoderRefused(`It was made with another stemmer ("${other[0]}" was "${other[1]}"). Train it again.`)
  }
}
