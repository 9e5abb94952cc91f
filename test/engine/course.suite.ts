import { describe, expect, test } from 'vitest'
import type { Engine, World } from '../../src/engine/planning/engine.ts'
import type { Goal } from '../../src/engine/planning/plan.ts'
import { readAloud } from '../worlds/read-aloud.ts'

/** Tests that read as a course: from one vacancy and one person to everything at once. */
export function describeCourse(name: string, createEngine: (world: World) => Engine) {
  const ask = (text: string) => {
    const { world, person, sayPlan } = readAloud(text)
    const engine = createEngine(world)
    return {
      engine,
      person,
      plans: (id: string, goal: Goal = {}) => {
        const { certain, possible } = engine.allPlans(person(id), goal)
        return [...certain, ...possible].map((plan) => sayPlan(person(id), plan))
      },
      front: (id: string, goal: Goal = {}) =>
        engine.plansTo(person(id), goal, 'balanced').groups.map(({ best }) => sayPlan(person(id), best)),
      whyNot: (id: string, vacancy: string) =>
        engine.judge(person(id), vacancy).conditions.map(({ key, state, distance }) => `${key} ${state} by ${distance}`),
    }
  }

  describe(`a course in ${name}`, () => {
    test('A01 one vacancy, one person who has what it asks', () => {
      const { plans } = ask(`
        V1 | asks support 2
        P1 | knows support 3
      `)
      expect(plans('P1')).toEqual(['P1 ~ V1 ~ ready w0, own 0, fit 4800/4800 (direct)'])
    })

    test('A02 one skill short: no plan, and the reason with its distance', () => {
      const { plans, whyNot } = ask(`
        V1 | asks support 2, sql 3
        P1 | knows support 3, sql little
      `)
      expect(plans('P1')).toEqual([])
      expect(whyNot('P1', 'V1')).toEqual(['skill:sql unmet by 2'])
    })

    test('A03 what is important or somewhat wished for only shapes the fit', () => {
      const { plans } = ask(`
        V1 | asks support 2, linux 2 somewhat, sql 4 important
        P1 | knows support 2, sql 1
      `)
      expect(plans('P1')).toEqual(['P1 ~ V1 ~ ready w0, own 0, fit 5400/8400 (direct)'])
    })

    test('A04 the specific proves the general, and not the other way round', () => {
      const { plans, whyNot } = ask(`
        postgresql | is a tool below sql
        V1 | asks sql 2
        V2 | asks postgresql 2
        P1 | knows postgresql 2
        P2 | knows sql 2
      `)
      expect(plans('P1')).toHaveLength(2)
      expect(plans('P2')).toEqual(['P2 ~ V1 ~ ready w0, own 0, fit 4800/4800 (direct)'])
      expect(whyNot('P2', 'V2')).toEqual(['skill:postgresql unmet by 2'])
    })

    test('A05 kinship never opens a door, and gives part of the fit', () => {
      const { engine, person } = ask(`
        java | is a language below programming
        python | is a language below programming
        userhelp | close to support
        V1 | asks python 2, userhelp 2
        P1 | knows java 2, support 2
      `)
      const [python, userhelp] = engine.credits(person('P1'), 'V1')
      expect(python).toMatchObject({ low: 480, through: { skill: 'java', how: 'sibling' }, state: 'unmet' })
      expect(userhelp).toMatchObject({ low: 1080, through: { skill: 'support', how: 'close' }, state: 'unmet' })
    })

    test('A06 from here to a job with one training', () => {
      const { plans } = ask(`
        V1 | asks linux 2
        T1 | teaches linux 2 | 8 weeks | starts w2, w12 | 450 euro | completed 40 of 50 | placed 20 of 40
        P1 | knows linux no
      `)
      expect(plans('P1')).toEqual(['P1 ~ T1 [w2-w10] ~ V1 ~ ready w10, own 450, fit 4800/4800, fair (train, then hire)'])
    })

    test('A07 a training that adds nothing is left out of a path', () => {
      const { plans } = ask(`
        V1 | asks linux 2
        T1 | teaches linux 2 | any week
        T2 | teaches java 2 | any week
        P1 | knows nothing
      `)
      expect(plans('P1')).toEqual(['P1 ~ T1 [w0-w4] ~ V1 ~ ready w4, own 0, fit 4800/4800, unknown (train, then hire)'])
    })

    test('A08 one training opens the next', () => {
      const { plans } = ask(`
        V1 | asks siem 2
        T1 | teaches linux 2 | any week
        T2 | teaches siem 2 | needs linux 2 | any week
        P1 | knows nothing
      `)
      expect(plans('P1')).toEqual([
        'P1 ~ T1 [w0-w4] ~ T2 [w4-w8] ~ V1 ~ ready w8, own 0, fit 4800/4800, unknown (train, then hire)',
      ])
    })

    test('A09 a full start is passed over, and a closed one', () => {
      const { plans } = ask(`
        V1 | asks linux 2
        T1 | teaches linux 2 | starts w1 full, w5, w9
        P1 | knows nothing | free from w3
      `)
      expect(plans('P1')).toEqual(['P1 ~ T1 [w5-w9] ~ V1 ~ ready w9, own 0, fit 4800/4800, unknown (train, then hire)'])
    })

    test('A10 dates decide the order', () => {
      const { plans } = ask(`
        V1 | asks linux 2, azure 2
        T1 | teaches linux 2 | 4 weeks | starts w0, w20
        T2 | teaches azure 2 | 4 weeks | any week
        P1 | knows nothing
      `)
      expect(plans('P1')).toEqual([
        'P1 ~ T1 [w0-w4] ~ T2 [w4-w8] ~ V1 ~ ready w8, own 0, fit 9600/9600, unknown (train, then hire)',
      ])
    })

    test('A11 sooner or cheaper: both stay; later and dearer goes', () => {
      const { plans, front } = ask(`
        V1 | asks linux 2
        T1 | teaches linux 2 | 4 weeks | any week | 600 euro
        T2 | teaches linux 2, support 2 | 9 weeks | any week | 75 euro
        T3 | teaches linux 2, azure 2 | 10 weeks | any week | 700 euro
        P1 | knows nothing
      `)
      expect(plans('P1')).toHaveLength(3)
      expect(front('P1')).toEqual([
        'P1 ~ T2 [w0-w9] ~ V1 ~ ready w9, own 75, fit 4800/4800, unknown (train, then hire)',
        'P1 ~ T1 [w0-w4] ~ V1 ~ ready w4, own 600, fit 4800/4800, unknown (train, then hire)',
      ])
    })

    test('A12 the same content elsewhere folds under the better one', () => {
      const { engine, person } = ask(`
        V1 | asks linux 2
        T1 | teaches linux 2 | any week | 600 euro
        T2 | teaches linux 2 | starts w5 | 100 euro
        P1 | knows nothing
      `)
      const { groups } = engine.plansTo(person('P1'), {}, 'soonest')
      expect(groups.map(({ best, folded }) => [best.path, folded])).toEqual([[['T1'], [['T2']]]])
    })

    test('A13 limits of the person: hours, weeks, money', () => {
      const { plans } = ask(`
        V1 | asks linux 2
        T1 | teaches linux 2 | any week | 20 h a week
        T2 | teaches linux 2 | any week | 30 weeks
        T3 | teaches linux 2 | any week | 900 euro
        T4 | teaches linux 2 | any week | 12 weeks | 12 h a week | 500 euro
        P1 | knows nothing | studies 12 h a week | studies 12 weeks | pays 500
      `)
      expect(plans('P1')).toEqual(['P1 ~ T4 [w0-w12] ~ V1 ~ ready w12, own 500, fit 4800/4800, unknown (train, then hire)'])
    })

    test('A14 part-time: hours must overlap, and the floor per month is taken at the hours both allow', () => {
      const { plans, whyNot } = ask(`
        V1 | asks sql 2 | 16-24 h | 1900-2600 cents
        V2 | asks sql 2 | 32-40 h | 1900-2600 cents
        V3 | asks sql 2 | 16-24 h | 1300-1400 cents
        P1 | knows sql | 20-24 h | wants 1500 a month
      `)
      expect(plans('P1')).toEqual(['P1 ~ V1 ~ ready w0, own 0, fit 4800/4800 (direct)'])
      expect(whyNot('P1', 'V2')).toEqual(['hours unmet by 8'])
      expect(whyNot('P1', 'V3')).toEqual(['wage unmet by 43'])
    })

    test('A15 funding: what somebody can have lowers the price, what must be asked for does not', () => {
      const text = (answer: string) => `
        V1 | asks linux 2
        T1 | teaches linux 2 | any week | 450 euro | fonds pays 240
        P1 | knows nothing | fonds ${answer}
      `
      const own = (answer: string) => {
        const { engine, person } = ask(text(answer))
        return engine.allPlans(person('P1'), {}).certain.map((plan) => [plan.ownCostEuro, plan.askFundingEuro])
      }
      expect([own('can'), own('ask'), own('cannot')]).toEqual([[[225, 0]], [[450, 240]], [[450, 0]]])
    })

    test('A16 hire, then train: the employer takes somebody who still has to learn, and pays', () => {
      const { plans } = ask(`
        V1 | asks azure 2, linux 2 | starts w4 | accepts T1 | pays training
        T1 | teaches azure 2 | any week | 600 euro | completed 70 of 100
        P1 | knows linux 2 | pays 0
      `)
      expect(plans('P1')).toEqual(['P1 ~ T1 [w4-w8] ~ V1 ~ ready w8, own 0, fit 9600/9600, likely (hire, then train)'])
    })

    test('A17 dual: the training carries the job, and nothing else leads there', () => {
      const { plans, engine, person } = ask(`
        V1 | asks sql 3 | carried by T1
        T1 | teaches sql 3 | needs databases 2 | 40 weeks | starts w8 | earns 1400 | carries V1
        P1 | knows databases 2
        P2 | knows databases 2, sql 3
      `)
      expect(plans('P1')).toEqual(['P1 ~ T1 [w8-w48] ~ V1 ~ ready w48, own 0, fit 4800/4800, unknown (dual)'])
      expect(engine.matches(person('P2')).matches).toEqual([])
    })

    test('A18 unknown: what the work implies may be there, what nothing implies is not', () => {
      const { plans, whyNot } = ask(`
        helpdesk | implies networking
        V1 | asks networking 2
        V2 | asks azure 2
        P1 | knows support 3 | was helpdesk
      `)
      expect(plans('P1')).toEqual(['P1 ~ V1 ~ ready w0, own 0, fit 0/4800 (direct, if skill:networking)'])
      expect(whyNot('P1', 'V2')).toEqual(['skill:azure unmet by 2'])
    })

    test('A19 an empty profile gets wide answers and a question, never nothing', () => {
      const { plans, engine, person } = ask(`
        silence | is unknown
        V1 | asks support 2
        V2 | asks support 2, linux 3
        P1 | knows nothing
      `)
      expect(plans('P1')).toHaveLength(2)
      expect(engine.goodQuestions(person('P1'))).toEqual([
        { ask: 'skill:support', changes: 2 },
        { ask: 'skill:linux', changes: 1 },
      ])
    })

    test('A20 the smallest change is the one step that opens a job; two together open another one', () => {
      const { engine, person } = ask(`
        V1 | asks support 2, linux 2
        V2 | asks support 2, azure 2 | 36-40 h
        P1 | knows support 2 | 28-32 h
      `)
      const { singles, pairs } = engine.smallestChanges(person('P1'))
      expect(singles).toEqual([])
      expect(pairs.map(({ changes, jointly }) => [changes, jointly])).toEqual([
        [
          [
            { item: 'skill', skill: 'azure', to: 2 },
            { item: 'hoursMore', by: 4 },
          ],
          ['V2'],
        ],
      ])
    })

    test('A21 doors: what each training newly opens', () => {
      const { engine, person } = ask(`
        V1 | asks support 2, linux 2
        V2 | asks linux 2, azure 2
        T1 | teaches linux 2 | any week | 100 euro
        T2 | teaches azure 2 | any week | 100 euro
        P1 | knows support 2
      `)
      const { singles, front } = engine.doors(person('P1'))
      expect(singles.map(({ offering, opens }) => [offering, opens])).toEqual([['T1', 1]])
      expect(front.map(({ path, opens }) => [path, opens])).toEqual([
        [['T1'], 1],
        [['T1', 'T2'], 2],
      ])
      expect(engine.opens(person('P1'), ['T1', 'T2'], {}).low).toEqual(['V1', 'V2'])
    })

    test('A22 what a demand costs: people within reach without it, alone and together', () => {
      const { engine, person } = ask(`
        V1 | asks linux 2, azure 2
        P1 | knows linux
        P2 | knows azure
        P3 | knows nothing
      `)
      const effect = engine.poolEffect('V1', ['P1', 'P2', 'P3'].map(person))
      expect(effect.now).toEqual([0, 0])
      expect(effect.alone).toEqual([
        { demand: 'skill:azure', gain: [1, 1] },
        { demand: 'skill:linux', gain: [1, 1] },
      ])
      expect(effect.pairs).toEqual([{ demands: ['skill:azure', 'skill:linux'], gain: [3, 3] }])
    })
  })
}
