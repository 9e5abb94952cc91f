import { expect, test } from 'vitest'
import { tokenise } from '../../text/index.ts'
import { toPassage } from './passage.ts'
import { createSkillSpace } from './skill-space.ts'
import type { SkillToRead } from './skill-to-read.ts'
import { infinitivesOf } from './verb-forms.ts'

test.each([
  ['analyseert', 'analyseren'],
  ['geanalyseerd', 'analyseren'],
  ['geeft', 'geven'],
  ['reist', 'reizen'],
  ['lost', 'lossen'],
  ['werkt', 'werken'],
  ['ontwikkeld', 'ontwikkelen'],
  ['opgelost', 'oplossen'],
  ['uitgevoerd', 'uitvoeren'],
  ['begeleidt', 'begeleiden'],
])('%s may be a form of %s', (word, infinitive) => {
  expect(infinitivesOf(word)).toContain(infinitive)
})

test.each(['je', 'met', 'data', 'x'.repeat(1000)])('%s is no form of a verb', (word) => {
  expect(infinitivesOf(word)).toEqual([])
})

const skill = (concept: string, label: string): SkillToRead => ({
  concept,
  forms: [{ label, language: 'nl', preferred: true }],
})
const space = createSkillSpace([
  skill('analysing', 'gegevens analyseren'),
  skill('solving', 'problemen oplossen'),
  skill('together', 'samenwerken'),
])
const named = (text: string) =>
  space.matcher
    .match(toPassage(text, tokenise(text), 'nl', space), 0.9)
    .map(({ skill: number }) => space.index.skills[number]!.concept)

test.each([
  ['Je analyseert onze gegevens', ['analysing']],
  ['De gegevens worden door jou geanalyseerd', ['analysing']],
  ['Je lost zelf problemen op', ['solving']],
  ['Je lost problemen op, ook lastige', ['solving']],
  ['De problemen zijn snel opgelost', ['solving']],
  ['Je werkt nauw samen met de klant', ['together']],
  ['Je werkt op kantoor en lost de rest thuis af', []],
  ['Je lost iets af op de plank', []],
  ['Je werkt hard. Ze wonen samen', []],
])('%s', (text, concepts) => {
  expect(named(text)).toEqual(concepts)
})
