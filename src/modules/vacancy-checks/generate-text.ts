import type { Catalogue, Language } from '../skills/index.ts'
import type { VacancyFacts } from '../vacancies/index.ts'
import { generatedWords } from './generated-words.ts'
import type { TextRead } from './read-text.ts'

/**
 * A whole vacancy in skills, from what was read of a text: what somebody must be able to do, what is welcome, and what is offered. A diploma and years of
 * experience are not asked: the skills stand in their place. What is not known stands between square brackets, to be filled in.
 */
export function generateText({ checked, vacancy: { vacancy } }: TextRead, catalogue: Catalogue): string {
  const { language } = checked
  const words = generatedWords[language]
  const label = (id: string): string => catalogue.label(id, language)
  const { facts, requirements, occupation } = vacancy
  const named = (...weights: readonly string[]): string[] =>
    requirements.filter(({ weight }) => weights.includes(weight)).map(({ skill }) => label(skill))
  const essential = named('essential')
  const usual = occupation === undefined ? [] : catalogue.skillsOf(occupation).map(({ skill }) => label(skill))
  const asked = essential.length > 0 ? essential : usual.slice(0, 5)
  const welcome = named('important', 'somewhat').filter((one) => !asked.includes(one))
  return [
    titleIn(language, occupation === undefined ? vacancy.title : label(occupation)),
    words.intro(vacancy.employer || words.blank.employer, vacancy.placeName ?? words.blank.place),
    section(words.asked, bullets([...asked, ...termLines(facts, language)]), words.howLearned),
    ...(welcome.length > 0 ? [section(words.welcome, bullets(welcome))] : []),
    section(words.offer, bullets(offerLines(facts, language))),
    section(words.apply, words.applyText),
  ].join('\n\n')
}

/** The title in a form for everybody. */
function titleIn(language: Language, title: string): string {
  return /\((?:[mvxfd]\s*\/\s*)+[mvxfd]\)|\b[mvxf](?:\s*\/\s*[mvxf]){1,2}\b/i.test(title)
    ? title
    : `${title} (${generatedWords[language].all})`
}

function section(heading: string, ...parts: readonly string[]): string {
  return `${heading}\n${parts.join('\n')}`
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}

/** What is asked besides skills, as somebody must have it on the first day. */
function termLines({ languages = [], licences = [], certificateOfConduct }: VacancyFacts, language: Language): string[] {
  const words = generatedWords[language]
  return [
    ...languages.map(({ code, level }) => words.language(code, level)),
    ...licences.map((code) => words.licence(code)),
    ...(certificateOfConduct ? [words.conduct] : []),
  ]
}

function offerLines({ hours, wageCents, remoteShare, contract, startFrom }: VacancyFacts, language: Language): string[] {
  const words = generatedWords[language]
  return [
    wageCents ? words.wage(...wageCents) : words.blank.wage,
    hours ? words.hours(...hours) : words.blank.hours,
    ...(remoteShare === undefined ? [] : [words.remote(remoteShare)]),
    ...(contract === undefined ? [] : [words.contracts[contract]]),
    ...(startFrom === undefined ? [] : [words.start(startFrom)]),
    words.learning,
  ]
}
