import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Facts, readFacts } from '../src/engine/reading/index.ts'
import type { Benchmark, BenchmarkTask, Figure } from './benchmark.ts'
import { intervalOf } from './measures.ts'

/** What both passes say of an advertisement; see truth/README.md. Fields of which they say different things stand in `disputed`. */
interface TrueFacts {
  readonly ad: string
  /** `word`: full time in words. A most that is not said is null. */
  readonly hours?: readonly [least: number, most: number | null] | 'word'
  readonly wage?: { readonly per: string; readonly least?: number; readonly most?: number }
  readonly marketRate?: true
  readonly scale?: readonly [number, number]
  readonly remote?: number | 'possible'
  readonly contract?: readonly string[]
  readonly education?: { readonly levels: readonly number[]; readonly asks: string; readonly orExperience: boolean }
  readonly experience?: { readonly least?: number; readonly most?: number }
  readonly languages?: readonly { readonly code: string; readonly level?: string }[]
  readonly licences?: readonly string[]
  readonly vog?: true
  readonly screening?: 'state' | 'employer'
  readonly start?: string
  readonly closesOn?: string
  readonly training?: readonly string[]
  readonly contact?: true
  readonly disputed?: readonly string[]
}

/** A field as a set of short texts, said by the truth and read by us: equal texts are right. */
interface Field {
  readonly name: string
  /** Under which names the passes may have disagreed. */
  readonly of: keyof TrueFacts
  readonly said: (truth: TrueFacts) => readonly string[]
  readonly read: (facts: Facts) => readonly string[]
}

const one = (value: unknown): string[] => (value === undefined || value === null ? [] : [String(value)])
const asked = <T extends { readonly kind: string }>(facts: readonly T[]): T[] =>
  facts.filter(({ kind }) => kind === 'essential' || kind === 'mentioned')

const fields: readonly Field[] = [
  {
    name: 'hours, least',
    of: 'hours',
    said: ({ hours }) => one(hours === 'word' ? hours : hours?.[0]),
    // Hours that only a wage is named by (*o.b.v. 40 uur*) are not sure, and not used.
    read: ({ hours }) =>
      one(hours && (hours.value.from === 'word' ? 'word' : hours.confidence === 'sure' ? hours.value.range[0] : undefined)),
  },
  {
    name: 'wage',
    of: 'wage',
    said: ({ wage }) => one(wage && `${wage.per} ${wage.least ?? ''}-${wage.most ?? ''}`),
    read: ({ wage, wageBound }) => {
      if (wage) return [`${wage.value.per} ${wage.value.cents.map((cents) => cents / 100).join('-')}`]
      const bound = wageBound?.value
      return one(bound && `${bound.per} ${bound.is === 'least' ? `${bound.cents / 100}-` : `-${bound.cents / 100}`}`)
    },
  },
  {
    name: 'wage in words only',
    of: 'marketRate',
    said: ({ marketRate }) => one(marketRate),
    read: ({ wage, wageBound, payScale, wageWithoutAmount }) =>
      one(wage || wageBound || payScale || !wageWithoutAmount ? undefined : true),
  },
  {
    name: 'pay scale',
    of: 'scale',
    said: ({ scale }) => one(scale?.join('-')),
    read: ({ payScale }) => one(payScale && `${payScale.value.least}-${payScale.value.most}`),
  },
  {
    name: 'remote',
    of: 'remote',
    said: ({ remote }) => one(remote),
    read: ({ remote }) => one(remote && (remote.value.share ?? 'possible')),
  },
  {
    name: 'contract',
    of: 'contract',
    said: ({ contract }) => contract ?? [],
    read: ({ contracts }) => [...new Set(contracts.filter(({ value }) => !value.isProspect).map(({ value }) => value.kind))],
  },
  {
    name: 'education, lowest level',
    of: 'education',
    said: ({ education }) => one(education?.levels[0]),
    read: ({ education }) => {
      const levels = asked(education).flatMap(({ value }) => value.levels)
      return levels.length === 0 ? [] : [String(Math.min(...levels))]
    },
  },
  {
    name: 'education, or by experience',
    of: 'education',
    said: ({ education }) => one(education?.orExperience || undefined),
    read: ({ education }) => one(asked(education).some(({ value }) => value.orExperience) || undefined),
  },
  {
    name: 'experience, least years',
    of: 'experience',
    said: ({ experience }) => one(experience?.least),
    read: ({ experienceYears }) => one(experienceYears?.value),
  },
  {
    name: 'languages',
    of: 'languages',
    said: ({ languages }) => languages?.map(({ code }) => code) ?? [],
    read: ({ languages }) => [...new Set(asked(languages).map(({ value }) => value.code))],
  },
  {
    name: 'driving licence',
    of: 'licences',
    said: ({ licences }) => licences ?? [],
    read: ({ licences }) => [...new Set(asked(licences).map(({ value }) => value))],
  },
  {
    name: 'certificate of conduct',
    of: 'vog',
    said: ({ vog }) => one(vog),
    read: ({ certificateOfConduct }) => one(certificateOfConduct?.value),
  },
  {
    name: 'screening',
    of: 'screening',
    said: ({ screening }) => one(screening),
    read: ({ screening }) => one(screening?.value),
  },
  {
    name: 'start',
    of: 'start',
    said: ({ start }) => one(start),
    read: ({ start }) => one(start && (start.value.on ?? 'soon')),
  },
  {
    name: 'closing date',
    of: 'closesOn',
    said: ({ closesOn }) => one(closesOn),
    read: ({ closesOn, closesOnDay }) => one(closesOn?.value ?? closesOnDay?.value),
  },
  {
    name: 'training offered at all',
    of: 'training',
    said: ({ training }) => one(training && true),
    read: ({ training }) => one(training.length > 0 || undefined),
  },
  {
    name: 'whom to ask',
    of: 'contact',
    said: ({ contact }) => one(contact),
    read: ({ contacts }) => one(contacts.length > 0 || undefined),
  },
]

/** Terms read from real advertisements, beside what two passes of annotation say. Precision and recall per field; nothing is trained. */
export const benchmark: Benchmark = {
  name: 'facts',
  flags: { truth: 'needed', ads: 'needed' },
  visibleFiles: (shared) => ({
    truth: [join(import.meta.dirname, 'truth/facts.jsonl')],
    ads: [join(shared, 'ads/ads-sample.jsonl')],
  }),
  run: async ({ files }: BenchmarkTask): Promise<readonly Figure[]> => {
    const truths = files.truth!.flatMap(readLines<TrueFacts>)
    const texts = new Map(files.ads!.flatMap(readLines<{ id: string; description: string }>).map((ad) => [ad.id, ad.description]))
    const all = truths.map((truth) => ({ truth, facts: readFacts(texts.get(truth.ad) ?? '') }))
    return fields.flatMap((field) => figuresOf(field, all))
  },
}

function figuresOf({ name, of, said, read }: Field, all: readonly { truth: TrueFacts; facts: Facts }[]): Figure[] {
  const precision: number[] = []
  const recall: number[] = []
  for (const { truth, facts } of all) {
    if (truth.disputed?.includes(of)) continue
    const [wanted, got] = [said(truth), read(facts)]
    precision.push(...got.map((value) => Number(wanted.includes(value))))
    recall.push(...wanted.map((value) => Number(got.includes(value))))
  }
  const about = { set: name, system: 'facts', way: 'nothing trained' }
  return [
    { ...about, measure: 'precision', ...intervalOf(precision), queries: precision.length },
    { ...about, measure: 'recall', ...intervalOf(recall), queries: recall.length },
  ]
}

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
