import type { PoolEffects, PoolEffectView } from '../pool-effects/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { Rewrite, Span } from './check.ts'
import { type PeopleCounter, peopleCounter, staircaseOf } from './count-people.ts'
import type { CheckAsked } from './create-vacancy-checks.ts'
import type { Item } from './items.ts'
import type { TextRead } from './read-text.ts'
import { scoreOf } from './score.ts'
import { splitJobs } from './split-jobs.ts'
import { applyRewrites } from './vacancy-text.ts'
import type { CheckCounts, CheckItem, CountPair, VacancyCheckView, VacancyRead, WordsAt } from './views.ts'

interface ViewParts {
  readonly catalogue: Catalogue
  readonly poolEffects: PoolEffects
  /** Undefined when the text cannot be read as a vacancy: then nothing is promised. */
  describe(text: string): TextRead['described'] | undefined
}

/** Each promise is a question about everybody, so a text full of suggestions gets so many; the rest says nothing of people. */
const mostPromises = 16

/** What was read and counted, in the language asked. */
export async function viewOf(asked: CheckAsked, read: TextRead, parts: ViewParts): Promise<VacancyCheckView> {
  const { language, allowed = {} } = asked
  const { checked, findings, vacancy, items } = read
  const counter = peopleCounter(parts.poolEffects, language, asked.signal)
  const effect = await counter.effect(asked.counts === false ? nothing : read.described)
  const isCounted = asked.counts !== false && effect.counts !== undefined
  const promises = isCounted ? await promisesOf(read, parts, counter) : new Map<Rewrite, CountPair>()
  const splitting = { catalogue: parts.catalogue, counter: isCounted ? counter : undefined, language }
  return {
    basis: effect.basis,
    text: checked.text,
    textLanguage: checked.language,
    ...(checked.title ? { title: wordsAt(checked.text, checked.title) } : {}),
    items: await Promise.all(
      items.map(async (item) => ({
        ...itemView(item, { asked, read, effect: isCounted ? effect : undefined, promises }),
        ...(item.mark?.parts ? { split: await splitJobs(item.mark, read.described, splitting) } : {}),
      })),
    ),
    missing: findings.missing.map((one) => ({ ...one, title: one.title[language], why: one.why[language] })),
    praise: findings.praise.map(({ check, title, ...span }) => ({
      check,
      title: title[language],
      ...wordsAt(checked.text, span),
    })),
    vacancy: readView(vacancy, parts.catalogue, asked),
    leastPool: effect.leastPool,
    ...(isCounted && effect.counts
      ? { counts: await countsOf(read, effect.counts, { parts, counter, allowed }) }
      : effect.note === undefined || asked.counts === false
        ? {}
        : { note: effect.note }),
    score: scoreOf(findings, read.demands),
  }
}

/** For what stands beside the counts, when nobody is to be counted. */
const nothing = { requirements: [], facts: {} }

function wordsAt(text: string, { start, end }: Span): WordsAt {
  return { start, end, words: text.slice(start, end) }
}

/** What each first suggestion would reach: the text changed, read again, and counted. */
async function promisesOf(
  { checked, items, described }: TextRead,
  { describe }: ViewParts,
  counter: PeopleCounter,
): Promise<ReadonlyMap<Rewrite, CountPair>> {
  const firsts = items.flatMap(({ mark }) => mark?.rewrites.slice(0, 1) ?? [])
  const later = items.flatMap(({ mark }) => mark?.rewrites.slice(1) ?? [])
  const before = JSON.stringify(described)
  const promises = new Map<Rewrite, CountPair>()
  const asked = [...firsts, ...later].flatMap((rewrite) => {
    const after = describe(applyRewrites(checked.text, [rewrite]))
    return after === undefined || JSON.stringify(after) === before ? [] : [{ rewrite, after }]
  })
  await Promise.all(
    asked.slice(0, mostPromises).map(async ({ rewrite, after }) => {
      const people = await counter.reached(after)
      if (people) promises.set(rewrite, people)
    }),
  )
  return promises
}

function itemView(
  { key, sign, place, mark, demands }: Item,
  {
    asked: { language, allowed = {} },
    read,
    effect,
    promises,
  }: {
    readonly asked: CheckAsked
    readonly read: TextRead
    readonly effect: PoolEffectView | undefined
    readonly promises: ReadonlyMap<Rewrite, CountPair>
  },
): CheckItem {
  const { text } = read.checked
  const known = new Map(effect?.counts?.demands.map((one) => [one.demand, one]))
  const reason = allowed[key]
  return {
    key,
    mark: sign,
    ...(place ? { place: wordsAt(text, place) } : {}),
    ...(mark
      ? {
          said: {
            check: mark.check,
            severity: mark.severity,
            title: mark.title[language],
            why: mark.why[language],
            sources: read.findings.sources.get(mark.check) ?? [],
          },
        }
      : {}),
    demands: demands.map((demand) => known.get(demand) ?? { demand }),
    rewrites: (mark?.rewrites ?? []).map((rewrite) => {
      const promise = promises.get(rewrite)
      return { ...wordsAt(text, rewrite), replacement: rewrite.replacement, ...(promise ? { promise } : {}) }
    }),
    ...(reason === undefined ? {} : { allowed: reason }),
  }
}

function readView({ vacancy, placeUnknown }: TextRead['vacancy'], catalogue: Catalogue, { language }: CheckAsked): VacancyRead {
  const { title, occupation, placeName, requirements, facts } = vacancy
  return {
    title,
    ...(occupation === undefined ? {} : { occupation: { id: occupation, label: catalogue.label(occupation, language) } }),
    ...(placeName === undefined ? {} : { placeName }),
    placeUnknown,
    requirements: requirements.map(({ skill, weight, words }) => ({
      skill,
      label: catalogue.label(skill, language),
      weight,
      ...(words === undefined ? {} : { words }),
    })),
    facts,
  }
}

async function countsOf(
  { checked, items, described }: TextRead,
  counts: NonNullable<PoolEffectView['counts']>,
  {
    parts,
    counter,
    allowed,
  }: {
    readonly parts: ViewParts
    readonly counter: PeopleCounter
    readonly allowed: Readonly<Record<string, string>>
  },
): Promise<CheckCounts> {
  const firsts = items.flatMap(({ key, mark }) => (allowed[key] === undefined ? (mark?.rewrites.slice(0, 1) ?? []) : []))
  const after = firsts.length === 0 ? undefined : parts.describe(applyRewrites(checked.text, firsts))
  const people = after && (await counter.reached(after))
  return {
    pool: counts.pool,
    now: counts.now,
    ...(await staircaseOf(items, described, counter, counts)),
    pairs: counts.pairs,
    all: counts.all,
    ...(people ? { accepted: { changes: firsts.length, people } } : {}),
  }
}
