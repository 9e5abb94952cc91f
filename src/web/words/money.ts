import type { MoneyMonth } from '../../modules/planning/index.ts'
import type { Both } from './both.ts'

type Kind = MoneyMonth['kind']

const nl = {
  title: 'Geld per maand',
  kinds: { wageNow: 'Loon nu', benefit: 'WW', trainingIncome: 'Loon', wage: 'Loon', unknown: 'Niet bekend' } as Record<
    Kind,
    string
  >,
  gross: 'bruto per maand',
  lead: 'Bedragen zijn bruto per maand. Wat we niet weten, laten we open.',
  benefitNote: 'WW is een schatting met de regels die wij kennen. UWV beslist. Vraag het aan UWV.',
  benefitWhileLearning: 'WW houden terwijl je leert, kan alleen als UWV dat vindt. Vraag het voordat je begint.',
  between: (low: string, high: string) => `${low} tot ${high}`,
  rangeNote:
    'Het loon in deze maanden kennen we niet. Het ligt tussen het minimumloon van 18 jaar en dat van 21 jaar en ouder. We rekenen met de laatste bedragen die wij kennen. Een cao kan meer geven.',
  unknownNote: 'Weten we je loon, je WW of je uitkering? Dan vullen we de open maanden in.',
  tellMoney: 'Vul je inkomen in',
  nowLine: (amount: string) => `je loon nu: ${amount}`,
  sentence: (parts: string) => `Inkomen per maand, bruto. ${parts}`,
  month: (name: string, kind: string, amount: string | undefined) =>
    amount === undefined ? `${name}: niet bekend.` : `${name}: ${amount}, ${kind}.`,
  asTable: 'Bekijk als tabel',
  caption: 'Geld per maand, bruto',
  columns: { month: 'Maand', kind: 'Soort', income: 'Inkomen' },
  legend: { wage: 'loon, bruto', benefit: 'WW, bruto, schatting', unknown: 'niet bekend', range: 'ertussen, niet zeker' },
  lowest: (amount: string) => `De laagste maand is ${amount}.`,
  lowestUnknown: 'De laagste maand weten we niet.',
}

const en: typeof nl = {
  title: 'Money per month',
  kinds: { wageNow: 'Wage now', benefit: 'Benefit', trainingIncome: 'Wage', wage: 'Wage', unknown: 'Not known' },
  gross: 'gross a month',
  lead: 'Amounts are gross, per month. What we do not know, we leave open.',
  benefitNote: 'The benefit (WW) is an estimate by the rules we know. UWV decides. Ask UWV.',
  benefitWhileLearning: 'Keeping the benefit while you learn is possible only if UWV finds so. Ask before you begin.',
  between: (low, high) => `${low} to ${high}`,
  rangeNote:
    'We do not know the wage in these months. It lies between the minimum wage of 18 years and that of 21 years and older. We count with the last amounts that we know. A collective agreement may give more.',
  unknownNote: 'If we know your wage or benefit, we fill in the open months.',
  tellMoney: 'Fill in your income',
  nowLine: (amount) => `your wage now: ${amount}`,
  sentence: (parts) => `Income per month, gross. ${parts}`,
  month: (name, kind, amount) => (amount === undefined ? `${name}: not known.` : `${name}: ${amount}, ${kind}.`),
  asTable: 'See as a table',
  caption: 'Money per month, gross',
  columns: { month: 'Month', kind: 'Kind', income: 'Income' },
  legend: { wage: 'wage, gross', benefit: 'benefit (WW), gross, estimate', unknown: 'not known', range: 'in between, not sure' },
  lowest: (amount) => `The lowest month is ${amount}.`,
  lowestUnknown: 'We do not know the lowest month.',
}

export const moneyWords = { nl, en } satisfies Both<typeof nl>
