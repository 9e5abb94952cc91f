import { around, firstOf, type Piece } from './piece.ts'

const conduct =
  /(?<!\p{L})(?:VOG|V\.O\.G\.|[Vv]erklaring (?:[Oo]mtrent|[Oo]ver) (?:het |(?:je |uw )?)?(?:[Gg]oed )?[Gg]edrag|[Vv]erklaring van [Gg]oed [Gg]edrag|[Cc]ertificate of (?:[Gg]ood )?[Cc]onduct)(?:\s\(VOG\))?(?!\p{L})/gu

export function readCertificate(text: string): Piece<true> | undefined {
  return firstOf(text, conduct, () => true as const)
}

const byState =
  /(?<!\p{L})(?:veiligheids(?:onderzoek|machtiging|screening)(?: (?:niveau )?[ABC](?!\p{L}))?|(?:AIVD|MIVD)(?:-| )?(?:screening|onderzoek)|verklaring van geen bezwaar|VGB|security clearance|vertrouwensfunctie)(?!\p{L})/giu
const byEmployer =
  /(?<!\p{L})(?:\(?pre-?\)?\s?employment[- ]?(?:screening|check|onderzoek)|(?:antecedenten|integriteits|achtergrond)(?:onderzoek|check|screening)|background (?:check|screening|investigation)|(?:betrouwbaarheids|integriteits)?screening(?= (?:maakt|maken|is|zijn|behoort|will be|vindt|kan|door|via|process|procedure|ondergaan)))(?!\p{L})/giu
/** `screening` of data, patients or candidates is work. */
const asWork = /(?:data|high-throughput|cv|kandidaten|patient\p{L}*|virtual)\s?-?$/iu

/** Looking into somebody's past, by the state (a security clearance) or by the employer. */
export function readScreening(text: string): Piece<'state' | 'employer'> | undefined {
  return (
    firstOf(text, byState, () => 'state' as const) ??
    firstOf(text, byEmployer, (match) => (asWork.test(around(match, text, 16, 0).before) ? undefined : ('employer' as const)))
  )
}
