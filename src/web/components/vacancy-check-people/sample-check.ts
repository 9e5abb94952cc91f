import type { VacancyCheckView } from '../../../modules/vacancy-checks/index.ts'

const text = `Systeembeheerder

Je hebt een afgeronde hbo-opleiding en kennis van Linux.
- 40 uur per week
- Een jong team`

const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, words })

/** An invented check for the examples of components. */
export const sampleCheck: VacancyCheckView = {
  basis: {
    ...{ taxonomy: 'voorbeeld', transferModel: 'voorbeeld', data: 'voorbeeld', demo: true },
    ...{ vacancies: 1, offerings: 1, on: '2026-11-23' },
  },
  text,
  textLanguage: 'nl',
  title: at('Systeembeheerder'),
  items: [
    {
      key: 'diploma:hbo',
      mark: '1',
      place: at('een afgeronde hbo-opleiding'),
      said: {
        check: 'diploma',
        severity: 'shutsOut',
        title: 'Een diploma zegt niet of iemand het werk kan.',
        why: 'Veel mensen leerden dit vak op het werk.',
        sources: [{ name: 'Voorbeeld van een bron', sureness: 'unverified' }],
      },
      demands: [{ demand: 'workLevel', costs: [410, 460] }],
      rewrites: [{ ...at('een afgeronde hbo-opleiding'), replacement: 'ervaring met beheer', promise: [530, 670] }],
    },
    {
      key: 'demand:skill:linux',
      mark: '2',
      place: at('Linux'),
      demands: [{ demand: 'skill:linux', label: 'Linux', costs: [80, 120] }],
      rewrites: [],
    },
    {
      key: 'full-time:40 uur',
      mark: '3',
      place: at('40 uur per week'),
      said: {
        check: 'full-time',
        severity: 'shutsOut',
        title: '32 uur kan vaak ook.',
        why: 'Veel mensen zorgen ook.',
        sources: [],
      },
      demands: [{ demand: 'hours', costs: [null, 130] }],
      rewrites: [{ ...at('40 uur per week'), replacement: '32 tot 40 uur per week', promise: [120, 340] }],
      allowed: 'Er is altijd iemand nodig bij de balie.',
    },
    {
      key: 'age:jong',
      mark: 'a',
      place: at('jong'),
      said: {
        check: 'age',
        severity: 'law',
        title: '‘Jong’ mag niet in een vacature.',
        why: 'De wet verbiedt onderscheid op leeftijd.',
        sources: [{ name: 'WGBL, artikel 9', url: 'https://wetten.overheid.nl/BWBR0016185/', sureness: 'seen' }],
      },
      demands: [],
      rewrites: [{ ...at('Een jong team'), replacement: 'Een team' }],
    },
  ],
  missing: [
    {
      check: 'pay',
      severity: 'tip',
      title: 'Noem het salaris',
      why: 'Mensen zoeken op salaris.',
      example: '€ 3.200 tot € 4.500 bruto per maand',
    },
  ],
  praise: [{ ...at('kennis van Linux'), check: 'skills', title: 'Je vraagt wat iemand kan.' }],
  vacancy: { title: 'Systeembeheerder', placeUnknown: false, requirements: [], facts: { hours: [40, 40] } },
  leastPool: 1000,
  counts: {
    pool: 12_040,
    now: [120, 210],
    base: { people: [1200, 1460], skills: ['linux'] },
    steps: [
      { mark: '1', left: [480, 610] },
      { mark: '3', left: [140, 240] },
    ],
    unsaid: [120, 210],
    pairs: [],
    all: [11_920, 11_830],
    accepted: { changes: 2, people: [530, 670] },
  },
  score: { law: 1, shutsOut: 2, skills: 1, terms: 2 },
}
