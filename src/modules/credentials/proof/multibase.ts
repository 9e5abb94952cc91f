const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const places: ReadonlyMap<string, number> = new Map([...alphabet].map((letter, at) => [letter, at]))

/** Longer than any key or signature that is checked; decoding costs the square of the length. */
const longest = 1_000

/**
 * Bytes in multibase (`z`: base58btc, `u`: base64url without padding). Source: Controlled Identifiers 1.0, Multibase.
 * @returns undefined when it is neither
 */
export function fromMultibase(text: string): Uint8Array | undefined {
  if (text.length > longest) return undefined
  if (text.startsWith('z')) return fromBase58(text.slice(1))
  if (/^u[\w-]*$/.test(text)) return new Uint8Array(Buffer.from(text.slice(1), 'base64url'))
  return undefined
}

/** Multibase in base58btc. */
export function toMultibase(bytes: Uint8Array): string {
  let value = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; value > 0n; value /= 58n) text = alphabet[Number(value % 58n)] + text
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${text}`
}

function fromBase58(text: string): Uint8Array | undefined {
  let value = 0n
  for (const letter of text) {
    const place = places.get(letter)
    if (place === undefined) return undefined
    value = value * 58n + BigInt(place)
  }
  const hex = value === 0n ? '' : value.toString(16)
  const zeros = text.length - text.replace(/^1+/, '').length
  return new Uint8Array([...Array(zeros).fill(0), ...Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')])
}
