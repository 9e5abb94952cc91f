import type { FundingAnswer } from '../../../modules/funding/index.ts'
import type { Example } from '../example.ts'
import { AnswersTable } from './answers-table.tsx'
import { FundingAnswers } from './funding-answers.tsx'

const base: FundingAnswer = {
  id: 'example-uwv',
  title: 'Scholingsbudget van UWV',
  kind: 'budget',
  status: 'open',
  verdict: 'ask',
  reasons: [
    { state: 'met', text: 'Je hebt WW, of een andere uitkering van UWV.' },
    { state: 'open', text: 'De opleiding duurt hooguit 1 jaar.' },
    { state: 'judged', text: 'UWV vindt de opleiding nodig voor werk.' },
  ],
  question: { fact: 'months', text: 'Hoeveel maanden duurt de opleiding?' },
  decides: 'UWV',
  sum: { lowEuro: 0, highEuro: 2500, noMaximum: false, per: 'training' },
  paidTo: 'person',
  appliedBy: 'person',
  helps: ['person'],
  ready: ['De naam en prijs van de opleiding.'],
  mind: 'Vraag het voordat je begint.',
  source: 'An example',
  validFrom: '2018-01-01',
  checkedOn: '2026-11-23',
  certainty: 'seen-old',
}
const answers: readonly FundingAnswer[] = [
  {
    ...base,
    ...{ id: 'example-place', title: 'Subsidie praktijkleren', kind: 'subsidy', verdict: 'can', decides: 'RVO' },
    ...{ paidTo: 'employer', appliedBy: 'employer', helps: ['employer'], certainty: 'seen' },
    sum: { lowEuro: 2600, highEuro: 2700, noMaximum: false, per: 'year' },
    counter: { state: 'over', from: '2026-06-02', to: '2026-09-17' },
    reasons: [{ state: 'met', text: 'Er zijn in het schooljaar minstens 610 uur praktijk.' }],
  },
  base,
  {
    ...base,
    ...{ id: 'example-loan', title: 'Een lening', kind: 'loan', verdict: 'cannot' },
    reasons: [{ state: 'unmet', text: 'De opleiding is mbo-bol, hbo of universiteit. Niet bbl.' }],
  },
  {
    ...base,
    ...{ id: 'example-closed', title: 'STAP-budget', status: 'closed', verdict: 'cannot', validTo: '2023-11-15' },
    reasons: [{ state: 'closed', text: 'Gesloten. De laatste dag was 15 november 2023.' }],
  },
]

export const examples: readonly Example[] = [
  { title: 'FundingAnswers', view: () => <FundingAnswers answers={answers} answerAt={(fact) => `#${fact}`} /> },
  { title: 'AnswersTable', view: () => <AnswersTable answers={answers} /> },
]
