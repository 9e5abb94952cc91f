import { skillLevelOf } from '../../../engine/reading/index.ts'
import type { Level } from '../../../engine/taxonomy/index.ts'
import type { DateText } from '../../../platform/index.ts'
import type { Catalogue } from '../../skills/index.ts'
import { type ConceptFinder, conceptFinder, skillsOfText } from './concept-finder.ts'
import { diplomaIn } from './diplomas.ts'
import { ProposalGatherer } from './gather-proposal.ts'
import { codeOfLanguage, levelOfFluency } from './languages.ts'
import { momentOfIso, monthOfDate, type Period } from './periods.ts'
import type { ProfileProposal } from './proposal.ts'
import type { MentionsOf } from './read-together.ts'
import { parseResume, type Resume, unreadPlaces } from './resume-shape.ts'
import { isTraineeship } from './traineeship.ts'
import { withoutPersonalData } from './without-personal-data.ts'

interface Reading {
  readonly finder: ConceptFinder
  readonly mentionsOf: MentionsOf
  readonly gathered: ProposalGatherer
  readonly today: DateText
  label(concept: string): string
}

type Entry<K extends keyof Resume> = NonNullable<Resume[K]> extends readonly (infer T)[] ? T : never

/**
 * What a JSON Resume says about somebody, to be confirmed. `today` ends work that goes on.
 * @throws Invalid, naming each place whose shape is wrong.
 */
export function readResume(
  json: unknown,
  catalogue: Catalogue,
  today: DateText,
  mentionsOf: MentionsOf = () => undefined,
): ProfileProposal {
  const resume = parseResume(json)
  const reading: Reading = {
    finder: conceptFinder(catalogue),
    mentionsOf,
    gathered: new ProposalGatherer(),
    today,
    label: (concept) => catalogue.label(concept, 'nl'),
  }
  for (const [at, skill] of (resume.skills ?? []).entries()) readSkill(reading, skill, `skills[${at}]`)
  for (const [at, job] of (resume.work ?? []).entries()) readWork(reading, job, `work[${at}]`)
  for (const [at, study] of (resume.education ?? []).entries()) readEducation(reading, study, `education[${at}]`)
  for (const [at, language] of (resume.languages ?? []).entries()) readLanguage(reading, language, `languages[${at}]`)
  for (const [at, { name }] of (resume.certificates ?? []).entries()) readText(reading, name, `certificates[${at}].name`)
  for (const [at, project] of (resume.projects ?? []).entries()) {
    for (const [item, keyword] of (project.keywords ?? []).entries()) {
      readItem(reading, keyword, `projects[${at}].keywords[${item}]`, undefined)
    }
    readText(reading, project.description, `projects[${at}].description`)
    readTexts(reading, project.highlights, `projects[${at}].highlights`)
  }
  for (const [at, { summary, highlights }] of (resume.volunteer ?? []).entries()) {
    readText(reading, summary, `volunteer[${at}].summary`)
    readTexts(reading, highlights, `volunteer[${at}].highlights`)
  }
  readLabel(reading, resume.basics?.label)
  readText(reading, resume.basics?.summary, 'basics.summary')
  for (const where of unreadPlaces(json)) reading.gathered.ignore(where)
  return reading.gathered.proposal(monthOfDate(today))
}

/** The level is that of the skill and of the words that belong to it. */
function readSkill(reading: Reading, { name = '', level, keywords, esco }: Entry<'skills'>, where: string): void {
  const said = level === undefined ? undefined : skillLevelOf(level)
  const addressed = reading.finder.conceptAt(esco, 'skill')
  if (addressed === undefined) readItem(reading, name, `${where}.name`, said)
  else reading.gathered.answer(addressed, { words: name || reading.label(addressed), where: `${where}.esco` }, said)
  for (const [at, keyword] of (keywords ?? []).entries()) readItem(reading, keyword, `${where}.keywords[${at}]`, said)
}

/** One item of a list of skills. */
function readItem({ finder, gathered }: Reading, item: string, where: string, said: Level | undefined): void {
  const found = finder.skillsNamed(withoutPersonalData(item))
  for (const { concept, words, level } of found) gathered.answer(concept, { words, where }, said ?? level)
  if (found.length === 0 && item.trim() !== '') gathered.ignore(where)
}

function readText({ finder, mentionsOf, gathered }: Reading, text: string | undefined, where: string): void {
  for (const { concept, words, denied, level } of skillsOfText(withoutPersonalData(text ?? ''), finder, mentionsOf)) {
    if (denied) gathered.deny(concept)
    else gathered.answer(concept, { words, where }, level)
  }
}

function readTexts(reading: Reading, texts: readonly string[] | undefined, where: string): void {
  for (const [at, text] of (texts ?? []).entries()) readText(reading, text, `${where}[${at}]`)
}

function readLabel({ finder, gathered }: Reading, label: string | undefined): void {
  if (label === undefined || label.trim() === '') return
  const occupation = finder.occupationOf(label)
  if (occupation === undefined) gathered.ignore('basics.label')
  else gathered.occupation(occupation, { words: label, where: 'basics.label' })
}

function readWork(reading: Reading, job: Entry<'work'>, where: string): void {
  const { finder, gathered } = reading
  const { position = '', startDate, endDate } = job
  const from = momentOfIso((startDate ?? '').trim())
  const until = momentOfIso((endDate ?? '').trim())
  const period: Period | undefined = from && (until ? { from, until } : { from })
  if (period && !isTraineeship(position)) gathered.worked(period)
  const occupation = finder.conceptAt(job.esco, 'occupation') ?? finder.occupationOf(position)
  const words = position.trim() || (occupation === undefined ? '' : reading.label(occupation))
  if (occupation !== undefined) gathered.occupation(occupation, { words, where: `${where}.position` }, period)
  else if (position.trim() !== '') gathered.ignore(`${where}.position`)
  readText(reading, position, `${where}.position`)
  readText(reading, job.summary, `${where}.summary`)
  readTexts(reading, job.highlights, `${where}.highlights`)
}

/** A study with a beginning and no end goes on, so it gave no diploma yet. */
function readEducation(reading: Reading, study: Entry<'education'>, where: string): void {
  const { gathered, today } = reading
  readTexts(reading, study.courses, `${where}.courses`)
  const words = [study.studyType, study.area].filter((part) => part !== undefined && part.trim() !== '').join(', ')
  const began = (study.startDate ?? '').trim() !== ''
  const end = momentOfIso((study.endDate ?? '').trim())
  const isOver = end ? end.first <= monthOfDate(today) : !began
  const found = isOver ? (diplomaIn(study.studyType ?? '') ?? diplomaIn(words)) : undefined
  if (!found) {
    if (words !== '') gathered.ignore(where)
    return
  }
  const field = diplomaIn(words)?.field ?? found.field
  gathered.diploma(found.level, field, { words, where: study.studyType ? `${where}.studyType` : `${where}.area` })
}

function readLanguage({ gathered }: Reading, { language = '', fluency = '' }: Entry<'languages'>, where: string): void {
  const code = codeOfLanguage(language)
  const level = levelOfFluency(fluency)
  if (code === undefined || level === undefined) gathered.ignore(where)
  else gathered.language(code, level, { words: `${language}, ${fluency}`, where })
}
