import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { profileSchema } from '../people/index.ts'
import {
  choiceFacts,
  type FundingCondition,
  type FundingFact,
  type FundingFacts,
  isChoiceFact,
  type Rule,
} from '../rules/index.ts'
import { parseRules } from '../rules/rule.ts'
import { answerOf, factsAskedBy, type SchemeRule, schemesOn } from './answer.ts'
import { figuresOn } from './conditions.ts'
import { factsSchema, questionOf } from './facts.ts'

const folder = fileURLToPath(new URL('../../../data/rules/', import.meta.url))
const rules: Rule[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => parseRules(readFileSync(`${folder}${file}`, 'utf8'), file))
const date = '2026-11-30'
const figureOf = figuresOn(rules, date)
const schemes = schemesOn(rules, date)
const scheme = (id: string): SchemeRule => schemes.find((rule) => rule.id === id) as SchemeRule
const ask = (id: string, facts: FundingFacts, on = date) =>
  answerOf(scheme(id), { facts, date: on, language: 'en', figureOf: figuresOn(rules, on) })
const said = (id: string, facts: FundingFacts, on = date): string => {
  const { verdict, question } = ask(id, facts, on)
  return question === undefined ? verdict : `${verdict} ${question.fact}`
}

/** Answers to try for a fact: all there are, or numbers around the bounds that rules name. */
function answersFor(fact: FundingFact, rule: SchemeRule): (string | number)[] {
  if (isChoiceFact(fact)) return [...choiceFacts[fact]]
  const bounds = rule.funding.conditions
    .flatMap((one) => ('any' in one ? one.any : [one]))
    .flatMap((one) => ('fact' in one && one.fact === fact && 'says' in one && !('in' in one) ? [one.atLeast ?? one.atMost] : []))
    .map((bound) => (typeof bound === 'object' ? (figureOf(bound.rule) ?? 0) : (bound ?? 0)))
  return [...new Set(bounds.flatMap((bound) => [Math.max(0, bound - 1), bound, bound + 1]))]
}

const factsOf = (rule: SchemeRule): FundingFact[] => [...factsAskedBy([{ ...rule, funding: { ...rule.funding, amounts: [] } }])]

function* everyWay(facts: readonly FundingFact[], rule: SchemeRule, withUnknown: boolean): Generator<FundingFacts> {
  const [fact, ...rest] = facts
  if (fact === undefined) {
    yield {}
    return
  }
  for (const others of everyWay(rest, rule, withUnknown)) {
    if (withUnknown) yield others
    for (const answer of answersFor(fact, rule)) yield { ...others, [fact]: answer }
  }
}

/** The slow and obvious twin: with all facts known, each condition holds or not; what is judged is left out of it. */
function holds(condition: FundingCondition, facts: FundingFacts): boolean | 'judged' {
  if ('any' in condition) {
    const all = condition.any.map((one) => holds(one, facts))
    return all.includes(true) ? true : all.includes('judged') ? 'judged' : false
  }
  if ('judged' in condition) return 'judged'
  if ('in' in condition) return condition.in.includes(String(facts[condition.fact]))
  const told = facts[condition.fact] as number
  const bound = condition.atLeast ?? condition.atMost
  const figure = typeof bound === 'object' ? figureOf(bound.rule) : bound
  if (figure === undefined) return 'judged'
  return condition.atLeast === undefined ? told <= figure : told >= figure
}

function twin(rule: SchemeRule, facts: FundingFacts): string {
  if (rule.validTo !== undefined && rule.validTo < date) return 'cannot'
  const open = factsOf(rule).filter((fact) => facts[fact] === undefined)
  const verdicts = new Set<string>()
  for (const rest of everyWay(open, rule, false)) {
    const all = rule.funding.conditions.map((condition) => holds(condition, { ...facts, ...rest }))
    verdicts.add(all.includes(false) ? 'cannot' : all.includes('judged') ? 'ask' : rule.funding.whenMet)
  }
  return verdicts.size === 1 ? ([...verdicts][0] as string) : 'ask'
}

describe('every scheme in every situation', () => {
  test.each(schemes.map((rule) => [rule.id, rule] as const))('%s says what its twin says', (_, rule) => {
    let situations = 0
    for (const facts of everyWay(factsOf(rule), rule, true)) {
      situations += 1
      const { verdict, question, reasons } = answerOf(rule, { facts, date, language: 'nl', figureOf })
      expect({ facts, verdict }).toEqual({ facts, verdict: twin(rule, facts) })
      // Only an open scheme asks, and only for what was not told; each "cannot" says why.
      if (question) {
        expect(verdict).toBe('ask')
        expect(facts[question.fact]).toBeUndefined()
      }
      if (verdict === 'cannot') expect(reasons.some(({ state }) => state === 'unmet' || state === 'closed')).toBe(true)
      for (const { text } of reasons) expect(text).not.toMatch(/[{}]|undefined/)
    }
    expect(situations).toBeGreaterThan(0)
  })

  test.each(schemes.map((rule) => [rule.id, rule] as const))('%s: its question moves it on, and answering ends', (_, rule) => {
    const answerOn = (facts: FundingFacts) => answerOf(rule, { facts, date, language: 'en', figureOf })
    for (const first of everyWay(factsOf(rule).slice(0, 1), rule, true)) {
      let facts = first
      for (let asked = 0; ; asked += 1) {
        const { question } = answerOn(facts)
        if (question === undefined) break
        expect(asked).toBeLessThan(8)
        const before = JSON.stringify(answerOn(facts))
        const answers = answersFor(question.fact, rule)
        for (const answer of answers) expect(JSON.stringify(answerOn({ ...facts, [question.fact]: answer }))).not.toBe(before)
        facts = { ...facts, [question.fact]: answers[0] }
      }
    }
  })
})

/** Written down by hand from what the sources say, so that a slip in the data shows. */
const table: readonly [id: string, facts: FundingFacts, says: string][] = [
  ['uwv-scholing', {}, 'ask situation'],
  ['uwv-scholing', { situation: 'ww' }, 'ask months'],
  ['uwv-scholing', { situation: 'ww', months: 6 }, 'ask jobGuarantee'],
  ['uwv-scholing', { situation: 'ww', months: 6, jobGuarantee: 'no' }, 'ask inDemand'],
  ['uwv-scholing', { situation: 'ww', months: 6, jobGuarantee: 'no', inDemand: 'no' }, 'cannot'],
  ['uwv-scholing', { situation: 'ww', months: 12, jobGuarantee: 'yes' }, 'ask'],
  ['uwv-scholing', { situation: 'ww', months: 13, jobGuarantee: 'yes' }, 'cannot'],
  ['uwv-scholing', { situation: 'employed' }, 'cannot'],
  ['ww-during-training', { situation: 'ww', months: 10, jobGuarantee: 'no', inDemand: 'no' }, 'ask'],
  ['ww-during-training', { situation: 'socialAssistance' }, 'cannot'],
  ['ww-trial-place', { situation: 'ww', contractAfter: 'yes', workedThere: 'no' }, 'ask'],
  ['ww-trial-place', { situation: 'ww', contractAfter: 'yes', workedThere: 'yes' }, 'cannot'],
  ['praktijkleren', { training: 'bbl' }, 'ask recognised'],
  ['praktijkleren', { training: 'bbl', recognised: 'yes', practiceHours: 610, guidedHours: 200 }, 'can'],
  ['praktijkleren', { training: 'bbl', recognised: 'yes', practiceHours: 609, guidedHours: 200 }, 'cannot'],
  ['praktijkleren', { training: 'bbl', recognised: 'yes', practiceHours: 610, guidedHours: 199 }, 'cannot'],
  ['praktijkleren', { training: 'course' }, 'cannot'],
  ['praktijkleren-hbo', { training: 'hboDual' }, 'ask'],
  ['praktijkleren-third-way', { training: 'thirdWay', recognised: 'yes' }, 'ask'],
  ['slim', { size: 'small', priceEuro: 5000 }, 'ask'],
  ['slim', { size: 'medium', priceEuro: 4999 }, 'cannot'],
  ['slim', { size: 'large' }, 'cannot'],
  ['slim-scholing', { developmentPath: 'yes', employerPays: 'yes' }, 'ask'],
  ['obliged-training', { situation: 'employed', obliged: 'yes' }, 'can'],
  ['obliged-training', { situation: 'employed' }, 'ask obliged'],
  ['untaxed-training', { employerPays: 'yes', forWork: 'yes' }, 'can'],
  ['levenlanglerenkrediet', { training: 'bbl' }, 'cannot'],
  ['levenlanglerenkrediet', { training: 'higher', employerPays: 'no' }, 'ask age'],
  ['levenlanglerenkrediet', { training: 'higher', employerPays: 'no', age: '21to56' }, 'can'],
  ['levenlanglerenkrediet', { training: 'higher', employerPays: 'no', age: '57plus' }, 'cannot'],
  ['techmeup', { technical: 'yes' }, 'ask'],
  ['municipality', { situation: 'socialAssistance' }, 'ask'],
  ['municipality', { situation: 'ww' }, 'cannot'],
  ['stap', {}, 'cannot'],
  ['omscholing-ict', { priceEuro: 9000 }, 'cannot'],
  ['mdieu', {}, 'cannot'],
  ['training-fund-it', { situation: 'employed' }, 'ask'],
  ['llo-katalysator', {}, 'ask'],
]

describe('single schemes', () => {
  test.each(table)('%s with %o: %s', (id, facts, says) => expect(said(id, facts)).toBe(says))

  test('a closed scheme was open on its last day and says that day', () => {
    expect(said('stap', {}, '2023-11-15')).toBe('can')
    expect(ask('stap', {}, '2023-11-16')).toMatchObject({ status: 'closed', verdict: 'cannot', validTo: '2023-11-15' })
    expect(ask('stap', {}, '2026-11-30').reasons[0]?.text).toBe('Closed. The last day was 15 November 2023.')
    expect(ask('stap', {}, '2022-02-28')).toMatchObject({ status: 'notYet', verdict: 'cannot' })
  })

  test('UWV pays up to 2,500 euro, with a job guarantee what it costs, and as long as that is not known either', () => {
    const uwv = (facts: FundingFacts) => ask('uwv-scholing', { situation: 'ww', ...facts }).sum
    expect(uwv({ jobGuarantee: 'no' })).toMatchObject({ lowEuro: 0, highEuro: 2500, noMaximum: false })
    expect(uwv({ jobGuarantee: 'no', priceEuro: 900 })).toMatchObject({ highEuro: 900 })
    expect(uwv({ jobGuarantee: 'yes', priceEuro: 9000 })).toMatchObject({ highEuro: 9000, noMaximum: true })
    expect(uwv({ jobGuarantee: 'yes' })).toEqual({ lowEuro: 0, noMaximum: true, per: 'training' })
    expect(uwv({ priceEuro: 4000 })).toMatchObject({ lowEuro: 0, highEuro: 4000 })
  })

  test('SLIM pays a share to below 25,000 euro; a share that depends on the level is a range', () => {
    expect(ask('slim', { priceEuro: 10_000 }).sum).toMatchObject({ lowEuro: 6000, highEuro: 6000 })
    expect(ask('slim', { priceEuro: 90_000 }).sum).toMatchObject({ lowEuro: 24_999, highEuro: 24_999 })
    expect(ask('slim', {}).sum).toMatchObject({ lowEuro: 0, highEuro: 24_999, share: [0.6, 0.6] })
    expect(ask('slim-scholing', { priceEuro: 1000 }).sum).toMatchObject({ lowEuro: 400, highEuro: 900 })
  })

  test('praktijkleren is expected between 2,600 and 2,700 euro a year, and is the money of the employer', () => {
    expect(ask('praktijkleren', {})).toMatchObject({ sum: { lowEuro: 2600, highEuro: 2700, per: 'year' }, paidTo: 'employer' })
  })

  test('a counter is open, is to come, or was', () => {
    expect(ask('praktijkleren', {}, '2026-06-02').counter?.state).toBe('open')
    expect(ask('praktijkleren', {}, '2026-09-17').counter?.state).toBe('open')
    expect(ask('praktijkleren', {}, '2026-01-10').counter?.state).toBe('opens')
    expect(ask('praktijkleren', {}, '2026-11-30').counter).toEqual({ state: 'over', from: '2026-06-02', to: '2026-09-17' })
  })

  test('a norm that is not known that day is for whoever decides, not a refusal', () => {
    const facts: FundingFacts = { training: 'bbl', recognised: 'yes', practiceHours: 1, guidedHours: 1 }
    const { verdict, reasons } = answerOf(scheme('praktijkleren'), { facts, date, language: 'nl', figureOf: () => undefined })
    expect(verdict).toBe('ask')
    expect(reasons.filter(({ state }) => state === 'judged')).toHaveLength(2)
  })
})

describe('what stands in the data', () => {
  test('every scheme names source, days, whom to ask and both languages; money of an employer is never the person’s', () => {
    expect(schemes.length).toBeGreaterThanOrEqual(24)
    for (const { funding, source, checkedOn, id } of schemes) {
      expect({ id, is: source.length > 20 }).toEqual({ id, is: true })
      expect(checkedOn).toMatch(/^2026-/)
      expect(funding.decides.nl && funding.decides.en).toBeTruthy()
      if (funding.kind === 'subsidy') expect(funding.paidTo).not.toBe('person')
    }
    expect(
      schemes
        .filter(({ validTo }) => validTo !== undefined && validTo < date)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['low-income-benefit', 'mdieu', 'omscholing-ict', 'stap'])
  })

  test('each fact is a question in both languages, and each answer has words', () => {
    for (const fact of factsAskedBy(schemes)) {
      for (const language of ['nl', 'en'] as const) {
        const { text, choices } = questionOf(fact, language)
        expect(text).toMatch(/\?$/)
        for (const choice of choices ?? []) expect(choice.text.length).toBeGreaterThan(1)
      }
    }
    expect(questionOf('jobGuarantee', 'nl').choices).toEqual([
      { value: 'yes', text: 'Ja' },
      { value: 'no', text: 'Nee' },
    ])
  })

  test('an age is a fact of one check, and of no profile', () => {
    expect(factsSchema.safeParse({ age: '18' }).success).toBe(true)
    expect(profileSchema.safeParse({ age: '18' }).success).toBe(false)
    expect(Object.keys(profileSchema.shape).join(' ')).not.toMatch(/\bage\b|birth|born/i)
  })

  test('nothing else can be told, so nothing else can leak', () => {
    expect(factsSchema.safeParse({ situation: 'ww', months: 3 }).success).toBe(true)
    for (const wrong of [{ name: 'x' }, { age: 34 }, { age: '34' }, { months: -1 }, { situation: 'ill' }])
      expect(factsSchema.safeParse(wrong).success).toBe(false)
  })
})
