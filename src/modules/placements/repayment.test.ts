import { expect, test } from 'vitest'
import { repaymentIn } from './repayment.ts'
import { readTemplates } from './templates.ts'

test('words of both texts, with what obliges the training', () => {
  expect(
    repaymentIn({
      nl: 'De opleiding is verplicht. Bij vertrek moet de student de opleidingskosten terugbetalen.',
      en: 'The training is obliged. On leaving the student repays nothing.',
    }),
  ).toEqual([{ language: 'nl', words: 'opleidingskosten terugbetalen', obliged: 'opleiding is verplicht' }])
  expect(repaymentIn({ nl: 'Er is geen studiekostenbeding.', en: 'A training bond of one year applies.' })).toEqual([
    { language: 'en', words: 'training bond' },
  ])
  expect(repaymentIn(undefined)).toEqual([])
})

test('our own agreements hold no such clause', async () => {
  for (const template of await readTemplates()) for (const { text } of template.articles) expect(repaymentIn(text)).toEqual([])
})
