import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

const size = 400
const ground: Colour = [255, 255, 255]
const rim: Colour = [19, 32, 42]
const paper: Colour = [241, 245, 244]
const [left, right]: readonly [Colour, Colour] = [
  [19, 32, 42],
  [134, 19, 79],
]

/**
 * The picture of a badge as pixels: a round seal with two links of a chain. Without letters: drawing those well takes a type engine, and what the badge
 * says stands in the badge itself and in its SVG. The same for every badge, so it is made once.
 */
let made: Uint8Array | undefined
export function sealPng(): Uint8Array {
  made ??= encodePng(size, (x, y) => colourAt(x - size / 2, y - size / 2))
  return made
}

/** Layers from the back to the front, each with how much of a pixel it covers: edges are smooth. */
function colourAt(x: number, y: number): Colour {
  const toSeal = Math.hypot(x, y) - 190
  let colour = blend(ground, rim, covered(toSeal))
  colour = blend(colour, paper, covered(toSeal + 14))
  // Above, the right link lies over the left one; below, under it.
  const links = [
    { link: left, share: covered(toRing(x + 42, y)) },
    { link: right, share: covered(toRing(x - 42, y)) },
  ]
  for (const { link, share } of y > 0 ? links.reverse() : links) colour = blend(colour, link, share)
  return colour
}

/** Distance to the line of a link: a rounded oblong, lying. */
function toRing(x: number, y: number): number {
  const beyond = Math.max(0, Math.abs(x) - 34)
  return Math.abs(Math.hypot(beyond, y) - 52) - 13
}

const covered = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance))
const blend = (under: Colour, over: Colour, share: number): Colour => [
  Math.round(under[0] + (over[0] - under[0]) * share),
  Math.round(under[1] + (over[1] - under[1]) * share),
  Math.round(under[2] + (over[2] - under[2]) * share),
]

/** A square picture in three colours of 8 bits. Source: Portable Network Graphics (PNG) Specification, 5 and 11. */
function encodePng(side: number, colour: (x: number, y: number) => Colour): Uint8Array {
  const lineBytes = 1 + side * 3
  const lines = Buffer.alloc(side * lineBytes)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) lines.set(colour(x + 0.5, y + 0.5), y * lineBytes + 1 + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}
