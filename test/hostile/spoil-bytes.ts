/** Spoils a text on its way to bytes: cut off, doubled, in another encoding, with bytes that stand for nothing. */
import type { Dice } from '../../benchmarks/dice.ts'

export type ByteSpoiler = (dice: Dice, text: string) => Buffer

const bom8 = Buffer.from([0xef, 0xbb, 0xbf])

export const encodings: readonly ByteSpoiler[] = [
  (_dice, text) => Buffer.concat([bom8, Buffer.from(text)]),
  (_dice, text) => Buffer.concat([bom8, bom8, Buffer.from(text)]),
  (_dice, text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  (_dice, text) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
  (_dice, text) => Buffer.from(text, 'utf16le'),
  (_dice, text) => Buffer.from(`${text}é`, 'latin1'),
  (dice, text) => inserted(dice, text, Buffer.from([0xc0, 0xaf])),
  (dice, text) => inserted(dice, text, Buffer.from([0xed, 0xa0, 0x80])),
  (dice, text) => inserted(dice, text, Buffer.from([0xff])),
  (dice, text) => inserted(dice, text, Buffer.from([0x00])),
  (dice, text) => inserted(dice, text, Buffer.from([0xf0, 0x9f])),
]

export const damages: readonly ByteSpoiler[] = [
  (dice, text) => Buffer.from(text).subarray(0, dice.below(Buffer.byteLength(text) + 1)),
  (_dice, text) => Buffer.from(text + text),
  (_dice, text) => Buffer.from(text.slice(1)),
  (dice, text) => flipped(dice, Buffer.from(text)),
  (dice, text) => flipped(dice, flipped(dice, Buffer.from(text))),
  (dice, text) => Buffer.from(withoutPiece(dice, text)),
  (dice, text) => Buffer.from(withDoubledPiece(dice, text)),
  () => Buffer.alloc(0),
  (dice) => noise(dice, 400),
  (dice, text) => Buffer.concat([Buffer.from(text), noise(dice, 50)]),
]

function inserted(dice: Dice, text: string, bytes: Buffer): Buffer {
  const whole = Buffer.from(text)
  const at = dice.below(whole.length + 1)
  return Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)])
}

function flipped(dice: Dice, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  if (copy.length > 0) {
    const at = dice.below(copy.length)
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << dice.below(8)), at)
  }
  return copy
}

function withoutPiece(dice: Dice, text: string): string {
  const from = dice.below(text.length + 1)
  return text.slice(0, from) + text.slice(from + 1 + dice.below(40))
}

function withDoubledPiece(dice: Dice, text: string): string {
  const from = dice.below(text.length + 1)
  const piece = text.slice(from, from + 1 + dice.below(60))
  return text.slice(0, from) + piece + text.slice(from)
}

function noise(dice: Dice, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => dice.below(256)))
}
