import { crc32, inflateSync } from 'node:zlib'
import { credentialLimits } from '../document/limits.ts'
import { UnreadableCredential } from '../document/unreadable-credential.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Source: Open Badges 3.0, Baked Badge, PNG. */
const keyword = 'openbadgecredential'
/** Length, name and check sum around the data of a chunk. */
const beside = 12

interface Chunk {
  readonly name: string
  readonly data: Buffer
}

export function isPng(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length))
}

/**
 * The picture with a credential in it, in place of one that it has.
 * @param text the JSON of a credential with its proof, or a JWT
 * @throws UnreadableCredential when it is no whole PNG
 */
export function bakePng(picture: Uint8Array, text: string): Uint8Array {
  const data = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')])
  const kept = chunksOf(picture).filter((chunk) => badgeTextOf(chunk) === undefined)
  const [header, ...others] = kept.map(({ name, data: inside }) => chunk(name, inside))
  if (!header) throw new UnreadableCredential('damaged')
  return new Uint8Array(Buffer.concat([signature, header, chunk('iTXt', data), ...others]))
}

/**
 * The credential in a picture.
 * @throws UnreadableCredential when there is none, the file is not whole, or it unpacks to too much
 */
export function unbakePng(picture: Uint8Array): string {
  for (const one of chunksOf(picture)) {
    const text = badgeTextOf(one)
    if (text !== undefined) return text
  }
  throw new UnreadableCredential('noBadge')
}

/** Source: Portable Network Graphics (PNG) Specification, 11.3.3.4, iTXt. */
function badgeTextOf({ name, data }: Chunk): string | undefined {
  const zero = data.indexOf(0)
  if (name !== 'iTXt' || data.toString('latin1', 0, zero) !== keyword) return undefined
  const isPacked = data[zero + 1] === 1
  const language = data.indexOf(0, zero + 3)
  const translated = data.indexOf(0, language + 1)
  if (language === -1 || translated === -1) throw new UnreadableCredential('damaged')
  const text = data.subarray(translated + 1)
  return (isPacked ? unpack(text) : text).toString('utf8')
}

function unpack(packed: Buffer): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: credentialLimits.documentBytes })
  } catch (error) {
    const isTooMuch = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableCredential(isTooMuch ? 'tooMuch' : 'damaged')
  }
}

function chunksOf(picture: Uint8Array): readonly Chunk[] {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength)
  const chunks: Chunk[] = []
  for (let at = signature.length; at + beside <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const end = at + beside + length
    if (end > bytes.length) break
    const data = bytes.subarray(at + 8, end - 4)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new UnreadableCredential('damaged')
    chunks.push({ name, data })
    if (name === 'IEND') return chunks
    at = end
  }
  throw new UnreadableCredential('damaged')
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(beside + data.length)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), 8 + data.length)
  return framed
}
