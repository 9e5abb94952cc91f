import { open, rename, rm } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { aligned, bytesOf, pack, unpack } from '../../../engine/editions/index.ts'

/** Raised whenever what stands in an edition changes its shape or its meaning. */
export const snapshotSchema = 2

/** The file begins with these bytes, the length of its header, and the CRC-32 of all that follows: two 32-bit numbers. */
const magic = 'SCHAKEL\n'
const leadBytes = magic.length + 8
const longestHeader = 65_536

const headerSchema = z.object({
  schema: z.number().int(),
  /** What the data is of; whoever reads it decides whether that fits. */
  of: z.record(z.string(), z.unknown()),
  textBytes: z.number().int().min(0),
  numberBytes: z.number().int().min(0),
})

/** A snapshot that cannot be used, and why. What it held is built anew from the record. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused'
}

export interface Snapshot {
  readonly of: Readonly<Record<string, unknown>>
  readonly data: unknown
}

/** Writes the file beside its place and then puts it there: whoever reads finds the old one or the new one, whole. Only this user may read it. */
export async function writeSnapshot(file: string, { of, data }: Snapshot): Promise<void> {
  const { text, arrays } = pack(data)
  const textPart = padded(Buffer.from(text))
  const parts = [textPart, ...arrays.flatMap((array) => padsOf(Buffer.from(array.buffer, array.byteOffset, array.byteLength)))]
  const header = padded(
    Buffer.from(JSON.stringify({ schema: snapshotSchema, of, textBytes: textPart.length, numberBytes: bytesOf(arrays) })),
  )
  const all = [header, ...parts]
  const checksum = all.reduce((sum, part) => crc32(part, sum), 0)
  const beside = `${file}.new`
  const handle = await open(beside, 'w', 0o600)
  try {
    await handle.writev([leadOf(header.length, checksum), ...all])
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, file)
}

/**
 * @returns undefined when there is no such file
 * @throws SnapshotRefused when it is damaged, or was written by another version
 */
export async function readSnapshot(file: string): Promise<Snapshot | undefined> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return undefined
  try {
    const lead = await readLead(handle)
    const { size } = await handle.stat()
    if (size !== lead.length + lead.header.textBytes + lead.header.numberBytes) {
      throw new SnapshotRefused('it is cut off, or more stands in it than was written')
    }
    const text = Buffer.alloc(lead.header.textBytes)
    await readAll(handle, text, lead.length)
    // Shared: other threads read the numbers where they lie.
    const numbers = new SharedArrayBuffer(lead.header.numberBytes)
    await readAll(handle, new Uint8Array(numbers), lead.length + text.length)
    if (crc32(new Uint8Array(numbers), crc32(text, lead.checksum)) !== lead.wanted)
      throw new SnapshotRefused('its checksum is not right')
    return { of: lead.header.of, data: unpack(text.toString('utf8'), numbers, 0) }
  } finally {
    await handle.close()
  }
}

/** No trace of it stays. */
export async function removeSnapshot(file: string): Promise<void> {
  await Promise.all([rm(file, { force: true }), rm(`${file}.new`, { force: true })])
}

type Handle = Awaited<ReturnType<typeof open>>

interface Lead {
  readonly header: z.infer<typeof headerSchema>
  /** Of everything before the text. */
  readonly length: number
  /** Of the header; it goes on over the rest. */
  readonly checksum: number
  readonly wanted: number
}

async function readLead(handle: Handle): Promise<Lead> {
  const start = Buffer.alloc(leadBytes)
  await handle.read(start, 0, leadBytes, 0)
  if (start.toString('latin1', 0, magic.length) !== magic) throw new SnapshotRefused('it is no snapshot')
  const length = start.readUInt32LE(magic.length)
  if (length > longestHeader) throw new SnapshotRefused('its header is damaged')
  const text = Buffer.alloc(length)
  await handle.read(text, 0, length, leadBytes)
  const header = headerSchema.safeParse(parsed(text.toString('utf8')))
  if (!header.success) throw new SnapshotRefused('its header is damaged')
  if (header.data.schema !== snapshotSchema)
    throw new SnapshotRefused(`its shape is ${header.data.schema}, and not ${snapshotSchema}`)
  return {
    header: header.data,
    length: leadBytes + length,
    checksum: crc32(text),
    wanted: start.readUInt32LE(magic.length + 4),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readAll(handle: Handle, into: Uint8Array, from: number): Promise<void> {
  for (let at = 0; at < into.length; ) {
    const { bytesRead } = await handle.read(into, at, into.length - at, from + at)
    if (bytesRead === 0) throw new SnapshotRefused('it is cut off')
    at += bytesRead
  }
}

function leadOf(headerLength: number, checksum: number): Buffer {
  const lead = Buffer.alloc(leadBytes)
  lead.write(magic, 'latin1')
  lead.writeUInt32LE(headerLength, magic.length)
  lead.writeUInt32LE(checksum, magic.length + 4)
  return lead
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat(padsOf(bytes))
}

function padsOf(bytes: Buffer): Buffer[] {
  const missing = aligned(bytes.length) - bytes.length
  return missing === 0 ? [bytes] : [bytes, Buffer.alloc(missing, ' ')]
}
