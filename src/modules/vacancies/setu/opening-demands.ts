import { cefrOf, languageCodeOf } from '../../../engine/reading/index.ts'
import type { VacancyFacts } from '../vacancy.ts'
import { all, textAt, type XmlElement } from './xml-element.ts'

type Demands = Pick<VacancyFacts, 'workLevel' | 'languages' | 'licences' | 'certificateOfConduct'>

/**
 * NLQF levels of SETU's codes for education. Only the two highest are sure: 5 is hbo and 6 is wo, both a bachelor at least. A code for mbo
 * does not say which of its four levels, and below that nothing is asked of ICT work.
 */
const levels: ReadonlyMap<string, number> = new Map([
  ['5', 6],
  ['6', 6],
])

/** What SETU has fields for and a JobPosting has not. */
export function demandsOf(position: XmlElement | undefined, read: VacancyFacts, warnings: string[]): Demands {
  const languages = languagesOf(position, read.languages ?? [], warnings)
  const { licences, certificate } = licencesOf(position, read.licences ?? [], warnings)
  const level = levelOf(position, warnings)
  return {
    ...(level === undefined ? {} : { workLevel: { ...read.workLevel, level } }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(licences.length === 0 ? {} : { licences }),
    ...(certificate ? { certificateOfConduct: true } : {}),
  }
}

/** The level somebody must think and work at, before the diploma: that is what decides. */
function levelOf(position: XmlElement | undefined, warnings: string[]): number | undefined {
  const code = textAt(position, 'Requirements/WorkingAndThinkingLevel') ?? textAt(position, 'Requirements/EducationDegree')
  if (code === undefined) return undefined
  const level = levels.get(code)
  if (level === undefined)
    warnings.push(`The level of education ${code} of SETU does not say which level that is: no level is asked.`)
  return level
}

/** A level as CEFR counts. A bare number does not: the standard's own scale is not CEFR. */
function languagesOf(
  position: XmlElement | undefined,
  fromText: NonNullable<VacancyFacts['languages']>,
  warnings: string[],
): NonNullable<VacancyFacts['languages']> {
  const found = new Map(fromText.map((one) => [one.code, one.level]))
  for (const language of all(position, 'Requirements/Languages/LanguageNL')) {
    const name = textAt(language, 'LanguageCode') ?? ''
    const code = languageCodeOf(name)
    const said = ['Speak', 'Read', 'Write'].flatMap((skill) => textAt(language, skill) ?? [])
    const level = said.map((word) => cefrOf(word)).find((one) => one !== undefined)
    if (code !== undefined && level !== undefined) found.set(code, level)
    else warnings.push(`The language ${name} is named without a level of CEFR (${said.join(', ') || 'none'}): it is not asked.`)
  }
  return [...found].map(([code, level]) => ({ code, level }))
}

function licencesOf(
  position: XmlElement | undefined,
  fromText: readonly string[],
  warnings: string[],
): { readonly licences: readonly string[]; readonly certificate: boolean } {
  const licences = new Set(fromText)
  let certificate = false
  for (const one of all(position, 'Requirements/LicensesAndCertifications/LicenseOrCertification')) {
    const [name = '', id = ''] = [textAt(one, 'Name'), textAt(one, 'Id')]
    if (/driving|rijbewijs/i.test(name) && /^[A-Z]{1,2}1?E?$/i.test(id)) licences.add(id.toUpperCase())
    else if (/^vca/i.test(name) || /^vca/i.test(id)) licences.add('VCA')
    else if (/\bvog\b|verklaring omtrent (?:het )?gedrag|certificate of conduct/i.test(`${name} ${id}`)) certificate = true
    else warnings.push(`The certificate "${`${name} ${id}`.trim().slice(0, 80)}" is not one that can be asked for.`)
  }
  return { licences: [...licences], certificate }
}
