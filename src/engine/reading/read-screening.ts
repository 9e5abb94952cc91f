import { around, firstOf, type Piece } from './piece.ts'

const conduct =
  /(?<!\p{L})(?:VOG|V\.O\.G\.|[Vv]erklaring (?:[Oo]mtrent|[Oo]ver) (?:het |(?:je |uw )?)?(?:[Gg]oed )?[Gg]edrag|[Vv]erklaring van [Gg]oed [Gg]edrag|[Cc]ertificate of (?:[Gg]ood )?[Cc]onduct)(?:\s\(VOG\))?(?!\p{L})/gu

export function readCertificate(text: string): Piece<true> | undefined {
  return firstOf(text, conduct, () => true as const)
}

const byState =
  /(?<!\p{L})(?:veiligheids(?:onderzoek|machtiging|screening)(?: (?:niveau )?[ABC](?!\p{L}))?|(?:AIVD|MIVD)(?:-| )?(?:screening|onderzoek)|verklaring van geen bezwaar|VGB|security clearance|vertrouwensfunctie)(?!\p{L})/giu
const byEmployer =
  /(?<!\p{L})(?:\(?pre-?\)?\s?employment[- ]?(?:screening|check|onderzoek)|(?:antecedenten|integriteits|achtergrond|betrouwbaarheids)(?:onderzoek|check|screening)|background (?:check|screening|investigation)|screening)(?!\p{L})/giu
/** A plain *screening* is of the candidate only beside one of these. */
const ofCandidate =
  /procedure|referenti|databank|databases|onderdeel|uitgevoerd|assessment|sollicit|application|onboarding|(?:een|an?|aanvullende|\(online\)) $/i
/** `screening` of data, patients or candidates is work. */
const asWork = /(?:data|high-throughput|cv|kandidaten|patient\p{L}*|virtual)\s?-?$/iu

/** Looking into somebody's past, by the state (a security clearance) or by the employer. */
export function readScreening(text: string): Piece<'state' | 'employer'> | undefined {
  return (
    firstOf(text, byState, () => 'state' as const) ??
    firstOf(text, byEmployer, (match) => {
      const { before, after } = around(match, text, 80, 80)
      if (asWork.test(before)) return undefined
      return !/^screening$/i.test(match[0]) || ofCandidate.test(before) || ofCandidate.test(after)
        ? ('employer' as const)
        : undefined
    })
  )
}
