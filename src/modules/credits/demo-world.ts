import { starterSkillId } from '../skills/index.ts'
import type { Unit } from './unit.ts'

interface DemoUnit {
  readonly code: string
  readonly title: readonly [nl: string, en: string]
  readonly credits: number
  readonly evidenceHours: number
  readonly outcomes: readonly (readonly [nl: string, en: string, skill?: string])[]
}

const units: readonly DemoUnit[] = [
  {
    ...{ code: 'B', title: ['Back-up en herstel', 'Backup and recovery'], credits: 3, evidenceHours: 42 },
    outcomes: [
      ['Je controleert back-ups en lost op wat misging.', 'You check backups and mend what went wrong.', 'backup-recovery'],
      ['Je schrijft een script dat een back-up maakt.', 'You write a script that makes a backup.', 'linux'],
    ],
  },
  {
    ...{ code: 'D', title: ['Documenteren', 'Documenting'], credits: 2, evidenceHours: 16 },
    outcomes: [
      [
        'Je schrijft op hoe een systeem in elkaar zit.',
        'You write down how a system is put together.',
        'technical-documentation',
      ],
    ],
  },
  {
    ...{ code: 'N', title: ['Netwerken bouwen', 'Building networks'], credits: 4, evidenceHours: 56 },
    outcomes: [
      ['Je legt netwerkkabels aan en meet ze door.', 'You lay network cables and measure them.', 'structured-cabling'],
      ['Je sluit een netwerk bij een klant aan.', 'You connect a network at a customer.', 'networking'],
    ],
  },
  {
    ...{ code: 'S', title: ['Storingen oplossen', 'Solving faults'], credits: 3, evidenceHours: 42 },
    outcomes: [
      ['Je vindt de oorzaak van een storing en lost die op.', 'You find what causes a fault and mend it.', 'troubleshooting'],
    ],
  },
  {
    ...{
      code: 'V',
      title: ['Veilig werken in de serverruimte', 'Working safely in the server room'],
      credits: 3,
      evidenceHours: 20,
    },
    outcomes: [['Je werkt veilig met stroom en apparatuur.', 'You work safely with power and equipment.', 'electrical-safety']],
  },
]

/** Units of the demo programme that its student is in. Plainly made up. */
export function demoUnits(programme: string, organisation: string): readonly Unit[] {
  return units.map(({ code, title: [nl, en], credits, evidenceHours, outcomes }) => {
    const id = `demo-unit-${code}`
    return {
      ...{ id, family: id, version: 1, programme, organisation, code, title: { nl, en }, demo: true, isRetired: false },
      ...{ scale: 'ects', amount: credits * 10, evidenceMinutes: evidenceHours * 60 },
      outcomes: outcomes.map(([dutch, english, skill], at) => ({
        id: `${id}-${at + 1}`,
        text: { nl: dutch, en: english },
        ...(skill === undefined ? {} : { skill: starterSkillId(skill) }),
      })),
    }
  })
}

interface DemoWork {
  readonly unit: string
  readonly text: string
  readonly hours: number
  /** Of the week: 0 is Monday. */
  readonly day: number
  readonly file?: string
}

/** Work of six weeks, the first week first. The last piece waits for a confirmation, the one before it was sent back. */
export const demoWork: readonly (readonly DemoWork[])[] = [
  [
    { unit: 'V', text: 'Rondleiding in de serverruimte en de regels voor veilig werken geoefend. (demo)', hours: 7, day: 0 },
    { unit: 'D', text: 'Tekening gemaakt van het netwerk en beschreven welke server wat doet. (demo)', hours: 8, day: 1 },
  ],
  [
    {
      unit: 'V',
      text: 'Met mijn leermeester een server uit het rek gehaald, eerst spanningsloos gemaakt. (demo)',
      hours: 7,
      day: 0,
    },
    {
      ...{
        unit: 'D',
        text: 'Handleiding voor collega’s geschreven: hoe vraag je een nieuw account aan. (demo)',
        hours: 9,
        day: 2,
      },
      file: 'Handleiding: een nieuw account aanvragen. Verzonnen voorbeeld van een bewijs in de demo.\n',
    },
  ],
  [
    { unit: 'V', text: 'Accu’s van de noodstroom vervangen volgens de checklist. (demo)', hours: 7, day: 1 },
    { unit: 'B', text: 'Back-ups gecontroleerd en twee mislukte back-ups opnieuw gedraaid. (demo)', hours: 7, day: 3 },
  ],
  [
    { unit: 'B', text: 'Script geschreven in Linux dat elke nacht een back-up maakt van de database. (demo)', hours: 22, day: 0 },
    { unit: 'N', text: 'Bij een klant netwerkkabels getrokken en doorgemeten. (demo)', hours: 16, day: 3 },
  ],
  [
    { unit: 'B', text: 'Back-ups gecontroleerd en een herstel geoefend met mijn leermeester. (demo)', hours: 7, day: 0 },
    { unit: 'N', text: 'Netwerk van een klant uitgebreid met een switch en alles gelabeld. (demo)', hours: 15, day: 1 },
    { unit: 'S', text: 'Storing bij een klant opgelost: de printer kreeg geen adres. (demo)', hours: 12, day: 3 },
  ],
  [
    { unit: 'B', text: 'Herstel van een hele server geoefend en de tijd gemeten. (demo)', hours: 8, day: 0 },
    { unit: 'S', text: 'Storing opgelost. (demo)', hours: 6, day: 1 },
    { unit: 'S', text: 'Uitgezocht waarom het wifi steeds wegviel en het kanaal veranderd. (demo)', hours: 8, day: 3 },
  ],
]
