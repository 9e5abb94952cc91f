import {
  type Initiative,
  type InitiativeFigure,
  type InitiativeSource,
  type Initiatives,
  programmeIdOf,
} from '../../modules/initiatives/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { Mark } from '../components/fact-mark/fact-mark.tsx'

type Both = Readonly<Record<Language, string>>
interface Fact<T> extends Pick<InitiativeFigure, 'source' | 'date' | 'certainty' | 'also'> {
  readonly value: T | null
}

/** Names of what the page shows beside the catalogue. */
export interface Naming {
  readonly skill: (id: string) => string
  readonly region: (code: string) => string
}

/** An initiative in one language, every fact with its mark. */
export function initiativeView(catalogue: Initiatives, initiative: Initiative, language: Language, naming: Naming) {
  const { id, name, kind, audiences, planNames = [], training, finance } = initiative
  const say = (both: Both): string => both[language]
  const mark = ({ source, also = [], date, certainty }: Omit<Fact<unknown>, 'value'>): Mark => ({
    certainty,
    date,
    isDaySeen: isDaySeen(catalogue.source(source), date),
    sources: [source, ...also].map((one) => {
      const { title, url } = catalogue.source(one)
      return { title: say(title), url }
    }),
  })
  const fact = <T, Shown>(given: Fact<T>, show: (value: T) => Shown) => ({
    value: given.value === null ? undefined : show(given.value),
    mark: mark(given),
  })
  const maybe = <T, Shown>(given: Fact<T> | undefined, show: (value: T) => Shown) => (given ? fact(given, show) : undefined)
  const same = <T>(value: T): T => value
  return {
    id,
    name: say(name),
    kind,
    audiences,
    planNames,
    pillars: [...initiative.pillars].sort(),
    rule: finance?.rule,
    what: fact(initiative.what, say),
    forWhom: fact(initiative.forWhom, say),
    entry: fact(initiative.entry, (steps) => steps.map(say)),
    phases: fact(initiative.phases, same),
    whoPays: fact(initiative.whoPays, (payers) =>
      payers.map(({ text, ...payer }) => ({ ...payer, text: text === undefined ? undefined : say(text) })),
    ),
    regions: fact(initiative.regions, (value) => (value === 'nationwide' ? value : value.map(naming.region))),
    training: training && {
      provider: training.provider,
      award: maybe(training.award, say),
      jobGuarantee: maybe(training.jobGuarantee, same),
      accessibility: maybe(training.accessibility, say),
      preference: maybe(training.preference, say),
      tracks: training.tracks.map((track) => ({
        programme: programmeIdOf(initiative, track),
        name: say(track.name),
        skills: track.outcomes.map(({ skill }) => naming.skill(skill)),
        phases: track.phases,
      })),
    },
    figures: initiative.figures.map(({ measure, value, unit, near, outOf, cohort, ...given }) => ({
      measure: say(measure),
      value,
      unit,
      near,
      outOf,
      cohort: cohort && say(cohort),
      mark: mark(given),
    })),
    links: initiative.links.map((one) => {
      const { title, url, language: of, published, seenOn } = catalogue.source(one)
      return { title: say(title), url: url ?? '', language: of ?? language, published, seenOn }
    }),
  }
}

export type InitiativeView = ReturnType<typeof initiativeView>

/** Whether the date of a fact is only the day on which we looked. */
function isDaySeen({ published, seenOn }: InitiativeSource, date: string): boolean {
  return published === undefined && date === seenOn
}

/** A training or a loan as schema.org has it, for search engines; other kinds have no type that fits. */
export function initiativeJsonLd(view: InitiativeView, url: string, language: Language): Record<string, unknown> | undefined {
  const shared = { '@context': 'https://schema.org', name: view.name, url, inLanguage: language, description: view.what.value }
  if (view.kind === 'finance') return { ...shared, '@type': 'LoanOrCredit', currency: 'EUR' }
  if (!view.training) return undefined
  const regions = view.regions.value
  return {
    ...shared,
    '@type': 'EducationalOccupationalProgram',
    provider: { '@type': 'Organization', name: view.training.provider },
    ...(view.training.award?.value ? { educationalCredentialAwarded: view.training.award.value } : {}),
    ...(view.entry.value ? { programPrerequisites: view.forWhom.value } : {}),
    ...(Array.isArray(regions) ? { areaServed: regions } : regions === 'nationwide' ? { areaServed: 'NL' } : {}),
    hasCourse: view.training.tracks.map(({ name, skills }) => ({
      '@type': 'Course',
      name: `${view.name}: ${name}`,
      description: view.what.value,
      teaches: skills,
      provider: { '@type': 'Organization', name: view.training?.provider },
    })),
  }
}
