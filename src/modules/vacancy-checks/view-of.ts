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
  /** Undefined where a text cannot be read as a vacancy: then nothing is promised. */
  describe(texts: readonly string[]): Promise<readonly (TextRead['described'] | undefined)[]>
}

/** Each promise is a question about everybody, so a text full of suggestions gets so many; the rest says nothing of people. */
const mostPromises = 16
/** Each promise reads the whole text again, so of a very long one there are fewer: an answer must come within two seconds. */
const mostCharactersRead = 80_000

/** What was read and counted, in the language asked. */
export async function viewOf(asked: CheckAsked, read: TextRead, parts: ViewParts): Promise<VacancyCheckView> {
  const { language, allowed = {} } = asked
  const { checked, findings, vacancy, items } = read
  const counter = peopleCounter(parts.poolEffects, language, asked.signal)
  const effect = await counter.effect(asked.counts === false ? nothing : read.described)
  const isCounted = asked.counts !== false && effect.counts !== undefined
  const promised: Promised = isCounted ? await promisesOf(read, allowed, parts, counter) : { of: new Map() }
  const splitting = { catalogue: parts.catalogue, counter: isCounted ? counter : undefined, language }
  return {
    basis: effect.basis,
    text: checked.text,
    textLanguage: checked.language,
    ...(checked.title ? { title: wordsAt(checked.text, checked.title) } : {}),
    items: await Promise.all(
      items.map(async (item) => ({
        ...itemView(item, { asked, read, effect: isCounted ? effect : undefined, promises: promised.of }),
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
      ? { counts: await countsOf(read, effect.counts, counter, promised.accepted) }
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

/** What suggestions would reach: the text changed, read again, and counted. */
interface Promised {
  readonly of: ReadonlyMap<Rewrite, CountPair>
  /** With every first suggestion that is not allowed to stay. */
  readonly accepted?: CheckCounts['accepted']
}

async function promisesOf(
  { checked: { text }, items, described }: TextRead,
  allowed: Readonly<Record<string, string>>,
  { describe }: ViewParts,
  counter: PeopleCounter,
): Promise<Promised> {
  const firsts = items.flatMap(({ mark }) => mark?.rewrites.slice(0, 1) ?? [])
  const later = items.flatMap(({ mark }) => mark?.rewrites.slice(1) ?? [])
  const most = Math.min(mostPromises, Math.ceil(mostCharactersRead / text.length))
  const single = [...firsts, ...later].slice(0, most)
  const taken = items.flatMap(({ key, mark }) => (allowed[key] === undefined ? (mark?.rewrites.slice(0, 1) ?? []) : []))
  const [all, ...each] = await describe([taken, ...single.map((one) => [one])].map((some) => applyRewrites(text, some)))
  const before = JSON.stringify(described)
  const promises = new Map<Rewrite, CountPair>()
  await Promise.all(
    single.map(async (rewrite, at) => {
      const after = each[at]
      const people = after && JSON.stringify(after) !== before ? await counter.reached(after) : undefined
      if (people) promises.set(rewrite, people)
    }),
  )
  const people = all && taken.length > 0 ? await counter.reached(all) : undefined
  return { of: promises, ...(people ? { accepted: { changes: taken.length, people } } : {}) }
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
  { items, described }: TextRead,
  counts: NonNullable<PoolEffectView['counts']>,
  counter: PeopleCounter,
  accepted: CheckCounts['accepted'],
): Promise<CheckCounts> {
  return {
    pool: counts.pool,
    now: counts.now,
    ...(await staircaseOf(items, described, counter, counts)),
    pairs: counts.pairs,
    all: counts.all,
    ...(accepted ? { accepted } : {}),
  }
}
