import { around, firstOf, type Piece } from './piece.ts'

const licence =
  /(?<!\p{L})(?:(?:auto)?rijbewijs|driv(?:ing|er'?s'?) licen[cs]e)(?:\s*\(?\s*(?:type|categorie|category|cat\.?)?\s*(BE|CE|DE|AM|A|B|C|D|T)(?![\p{L}\d'+#]))?|(?<!\p{L})(BE?|CE?)[- ]rijbewijs|(?<!\p{L})(VCA)(?!\p{L})/gu

/** Driving licences by their letters (a plain *rijbewijs* is B), and VCA. */
export function readLicences(text: string): Piece<string>[] {
  const found: Piece<string>[] = []
  const withoutCase = text.replace(
    /(?<!\p{L})(?:Auto)?Rijbewijs|(?<!\p{L})Driving|(?<!\p{L})Driver|(?<=[Dd]r(?:iver'?s'?|iving) )Licen[cs]e/gu,
    (word) => word.toLowerCase(),
  )
  for (const match of withoutCase.matchAll(licence)) {
    const value = match[1] ?? match[2] ?? match[3] ?? 'B'
    if (found.some((other) => other.value === value)) continue
    found.push({ value, start: match.index, end: match.index + match[0].length })
  }
  return found
}

const transport =
  /(?<!\p{L})(?:(?:in (?:het )?bezit (?:van |bent van )?|beschikking over |beschikt over |beschik over |beschikken over |hebt |heb )(?:een |rijbewijs (?:B )?en (?:een )?)?(?:eigen )?(?:auto|vervoer)|eigen (?:auto|vervoer)|(?:own|have) (?:a |your own |own )?(?:car|transport(?:ation)?))(?!\p{L})(?! van de (?:zaak|klant))/giu

/** `reis je met eigen vervoer` is about the money for travelling. */
const travel = /(?:met|bij|je|uw|your|with|voor)\s$/i

/** A car or other transport of one's own. */
export function readOwnTransport(text: string): Piece<true> | undefined {
  return firstOf(text, transport, (match) => {
    const isForTravel = /^(?:eigen|own)/i.test(match[0]) && travel.test(around(match, text, 12, 0).before)
    return isForTravel ? undefined : (true as const)
  })
}
