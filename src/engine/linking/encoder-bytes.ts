/** UTF-8 and a checksum in plain code: the engine knows neither Node nor a browser. */

export function toUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), low(code))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), low(code >> 6), low(code))
    else bytes.push(0xf0 | (code >> 18), low(code >> 12), low(code >> 6), low(code))
  }
  return Uint8Array.from(bytes)
}

function low(code: number): number {
  return 0x80 | (code & 0x3f)
}

/** What is no UTF-8 gives other letters, never an error: whoever reads has a checksum. */
export function fromUtf8(bytes: Uint8Array): string {
  const pieces: string[] = []
  let codes: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++]!
    const more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    let code = more === 0 ? first : first & (0x3f >> more)
    for (let left = more; left > 0 && at < bytes.length; left--) code = (code << 6) | (bytes[at++]! & 0x3f)
    codes.push(code > 0x10ffff ? 0xfffd : code)
    if (codes.length === 4096) {
      pieces.push(String.fromCodePoint(...codes))
      codes = []
    }
  }
  return pieces.join('') + String.fromCodePoint(...codes)
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32, as in zip files. */
export function checksumOf(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (let at = 0; at < bytes.length; at++) value = (value >>> 8) ^ table[(value ^ bytes[at]!) & 0xff]!
  return (value ^ 0xffffffff) >>> 0
}
