import { readFacts } from '../../../engine/reading/index.ts'
import { webAddress } from '../../imports/index.ts'
import { conceptOf } from '../../skills/index.ts'
import { eachOnce, levelUnsaid } from '../intake/read-skills.ts'
import type { TrainingContext } from '../intake/training-context.ts'
import type { Programme, ProgrammeSkill } from '../programme.ts'
import { fieldOf, idOf, type JsonObject, objectsOf } from './json.ts'
import { isWholeProgramme, type OwnProgramme, ownProgrammeOf } from './read-consumer.ts'
import { readOutcomes } from './read-outcomes.ts'
import { bilingualOf, dayOf, studyHours, Unreadable, weeksOf } from './read-values.ts'

/** A programme without what the record adds to it. */
export type ReadProgramme = Omit<Programme, 'id' | 'source' | 'demo'> & { readonly id?: string }

/** What a programme refers to, by id. */
export interface Referred {
  readonly outcomes: ReadonlyMap<string, JsonObject>
  readonly organisations: ReadonlyMap<string, JsonObject>
}

type Form = Programme['facts']['form']

const forms: Readonly<Record<string, Form>> = {
  full_time: 'full-time',
  part_time: 'part-time',
  dual_training: 'dual',
  self_paced: 'self-paced',
  // v5.
  'full-time': 'full-time',
  'part-time': 'part-time',
  'dual training': 'dual',
  'self-paced': 'self-paced',
}
/** A week of study is not longer than this: what says more counts something else. */
const mostHoursPerWeek = 60
const longestTitle = 300

/**
 * Reads a programme or course of OOAPI v5 or v6. What it does not say is left out; what it says and cannot be used goes to `notes`.
 * @throws Unreadable where a field is not as the document wants it
 */
export function readProgramme(content: JsonObject, referred: Referred, context: TrainingContext, notes: string[]): ReadProgramme {
  const own = ownProgrammeOf(content, notes)
  const {
    id,
    demo: _demo,
    source: _source,
    organisation: _of,
    withdrawn: _given,
    title,
    provider,
    description,
    ...ownFacts
  } = own
  const name = title ?? bilingualOf(content.name, 'name')
  if (name === undefined) throw new Unreadable('It has no name')
  return {
    ...(id === undefined ? {} : { id }),
    title: { nl: name.nl.slice(0, longestTitle), en: name.en.slice(0, longestTitle) },
    provider: provider ?? providerOf(content, referred, notes),
    description: description ?? bilingualOf(content.description, 'description') ?? name,
    facts: withKnownSkills(factsOf(content, ownFacts, referred, context, notes), context, notes),
  }
}

type OwnFacts = Omit<OwnProgramme, 'id' | 'demo' | 'source' | 'organisation' | 'withdrawn' | 'title' | 'provider' | 'description'>

/** Of a record that Schakel did not write, only what is there goes before the fields of OOAPI. */
function factsOf(
  content: JsonObject,
  own: OwnFacts,
  referred: Referred,
  context: TrainingContext,
  notes: string[],
): Programme['facts'] {
  if (isWholeProgramme(own)) return own as Programme['facts']
  const outcomes = own.outcomes ?? readOutcomes(content, referred.outcomes, context, notes)
  return { ...readFields(content, context, notes), ...own, outcomes } as Programme['facts']
}

function readFields(content: JsonObject, context: TrainingContext, notes: string[]): Omit<Programme['facts'], 'outcomes'> {
  const weeks = weeksOf(content.duration, 'duration')
  const hoursPerWeek = hoursOf(weeks, studyHours(content.studyLoad, context.hoursPerCredit), notes)
  const admission = bilingualOf(fieldOf(content, 'admissionRequirements', 'qualificationRequirements'), 'admissionRequirements')
  const steps = bilingualOf(content.enrolment ?? content.enrollment, 'enrolment')
  const award = awardOf(content)
  const url = webAddress(content.link)
  const language = admission && languageAsked(`${admission.nl}\n${admission.en}`)
  return {
    form: forms[String(fieldOf(content, 'modeOfStudy') ?? '')] ?? 'course',
    prerequisites: admission === undefined ? [] : asked([admission.nl, admission.en], context),
    ...(weeks === undefined ? {} : { weeks }),
    ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }),
    ...(admission === undefined ? {} : { targetGroup: { text: admission } }),
    ...(steps === undefined ? {} : { admission: [steps] }),
    ...(language === undefined ? {} : { language }),
    ...(award === undefined ? {} : { award }),
    ...(url === undefined ? {} : { url }),
  }
}

function hoursOf(weeks: number | undefined, hours: number | undefined, notes: string[]): number | undefined {
  if (weeks === undefined || hours === undefined) return undefined
  const perWeek = Math.max(1, Math.round(hours / weeks))
  if (perWeek <= mostHoursPerWeek) return perWeek
  const length = weeks === 1 ? '1 week' : `${weeks} weeks`
  notes.push(`Its study load of ${hours} hours in ${length} is more than anybody can do, so its hours a week are not known.`)
  return undefined
}

/** Skills that the text demands; what it calls a plus is not asked. */
function asked(texts: readonly string[], { catalogue, readSkills }: TrainingContext): ProgrammeSkill[] {
  return eachOnce(
    texts.flatMap((text) =>
      readSkills(text, { under: 'essential' })
        .filter(({ kind }) => kind === 'essential')
        .map((mention) => ({
          skill: conceptOf(catalogue, mention),
          level: levelUnsaid,
          from: 'text' as const,
          words: mention.words.slice(0, 300),
        })),
    ),
  )
}

/** Only where the level stands there too: in which language one is taught does not say how well one must know it. */
function languageAsked(text: string): Programme['facts']['language'] {
  const found = readFacts(text).languages.find(({ kind, value }) => kind === 'essential' && value.level !== undefined)
  return found?.value.level === undefined ? undefined : { code: found.value.code, level: found.value.level }
}

const awards: Readonly<Record<string, string>> = {
  diploma: 'diploma',
  vocational_diploma: 'mbo-diploma',
  certificate: 'certificaat',
  associate_degree: 'associate degree',
  bachelor: 'bachelor',
  master: 'master',
  doctoral: 'doctor',
}

function awardOf(content: JsonObject): string | undefined {
  const said = fieldOf(content, 'qualificationAwarded')
  return typeof said === 'string' ? awards[said.toLowerCase().replaceAll(' ', '_')] : undefined
}

function providerOf(content: JsonObject, { organisations }: Referred, notes: string[]): string {
  const id = idOf(content, 'organisationId', 'organizationId')
  const found = id === undefined ? objectsOf(fieldOf(content, 'organisation', 'organization'))[0] : organisations.get(id)
  const name = found && bilingualOf(found.name, 'organisation.name')
  if (name !== undefined) return name.nl.slice(0, longestTitle)
  if (id !== undefined) notes.push(`Its organisation ${id} is in none of the files, so its name is not known.`)
  throw new Unreadable('Who provides it is not known: give organisationId and the organisation, or consumer.provider')
}

/** Whether it is given no more. */
export function endedBefore(content: JsonObject, today: string): boolean {
  const last = dayOf(fieldOf(content, 'validTo'), 'validTo')
  return last !== undefined && last < today
}

/** Skills under the id that stands for them here; those that no loaded taxonomy has are told and left out. */
export function withKnownSkills(facts: Programme['facts'], { catalogue }: TrainingContext, notes: string[]): Programme['facts'] {
  const known = (skills: readonly ProgrammeSkill[]): ProgrammeSkill[] =>
    eachOnce(
      skills.flatMap((one) => {
        if (catalogue.find(one.skill)?.type === 'skill') return [{ ...one, skill: catalogue.standsFor(one.skill) }]
        notes.push(`The skill "${one.skill.slice(0, 100)}" is not in the loaded taxonomies and does not count.`)
        return []
      }),
    )
  return { ...facts, outcomes: known(facts.outcomes), prerequisites: known(facts.prerequisites) }
}
