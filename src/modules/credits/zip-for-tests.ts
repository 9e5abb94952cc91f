import { crc32, deflateRawSync } from 'node:zlib'

/** A zip by hand, so that it can lie: `says` is the size that it tells. */
export function zipOf(
  files: readonly { readonly name: string; readonly data: Uint8Array; readonly says?: number }[],
): Uint8Array {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, data, says = data.length } of files) {
    const packed = deflateRawSync(data)
    const head = (signature: number, more: number) => {
      const buffer = Buffer.alloc(more)
      buffer.writeUInt32LE(signature, 0)
      return buffer
    }
    const fields = (buffer: Buffer, at: number) => {
      buffer.writeUInt16LE(20, at)
      buffer.writeUInt16LE(8, at + 4)
      buffer.writeUInt32LE(crc32(data), at + 10)
      buffer.writeUInt32LE(packed.length, at + 14)
      buffer.writeUInt32LE(says, at + 18)
      buffer.writeUInt16LE(Buffer.byteLength(name), at + 22)
    }
    const local = head(0x04034b50, 30)
    fields(local, 4)
    const entry = head(0x02014b50, 46)
    fields(entry, 6)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    central.push(entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}
