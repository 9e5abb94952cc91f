import { describe, expect, test } from 'vitest'
import { type DoubtReason, readDoubts } from './doubts.ts'

const doubtful: readonly (readonly [DoubtReason, title: string, text: string, words: string])[] = [
  ['course', 'Bootcamp full-stack developer', 'Leer programmeren.', 'Bootcamp'],
  ['course', 'Cursus Python', 'Voor iedereen.', 'Cursus'],
  ['course', 'Data analist', 'Je betaalt zelf de opleiding, daarna helpen we je zoeken.', 'Je betaalt zelf de opleiding'],
  ['course', 'Data analist', 'Het lesgeld bedraagt € 2.400.', 'lesgeld bedraagt €'],
  ['course', 'Java developer', 'De opleiding kost € 3.950 en duurt tien weken.', 'opleiding kost €'],
  ['course', 'Java developer', 'Schrijf je nu in voor de Java-opleiding!', 'Schrijf je nu in voor de Java-opleiding'],
  ['course', 'Career in data', 'The tuition fee is € 4,000.', 'tuition fee is €'],
  ['course', 'Career in data', 'Enroll in our course and start on Monday.', 'Enroll in our course'],
  ['pool', 'Open sollicitatie ICT', 'Laat van je horen.', 'Open sollicitatie'],
  ['pool', 'Talentpool developers', 'Laat van je horen.', 'Talentpool'],
  ['pool', 'Future opportunities: engineers', 'Tell us who you are.', 'Future opportunities'],
  [
    'pool',
    'Beheerder',
    'We hebben op dit moment geen concrete vacature, maar leren je graag kennen.',
    'We hebben op dit moment geen concrete vacature',
  ],
  ['pool', 'Beheerder', 'Je komt in ons kandidatenbestand.', 'komt in ons kandidatenbestand'],
  ['pool', 'Engineer', 'This is a talent pool: we will call you later.', 'This is a talent pool'],
  ['pool', 'Engineer', 'We do not currently have any open vacancies.', 'We do not currently have any open vacancies'],
  ['unpaid', 'Websitebouwer', 'Het gaat om een onbetaalde stage.', 'onbetaalde stage'],
  ['unpaid', 'Vrijwilliger ICT-hulp', 'Help ouderen met hun tablet.', 'Vrijwilliger'],
  ['unpaid', 'Webmaster', 'Dit is vrijwilligerswerk.', 'Dit is vrijwilligerswerk'],
  ['unpaid', 'Data intern', 'This is an unpaid internship of six months.', 'unpaid internship'],
  ['ownMoney', 'Ondernemer in IT-support', 'Je wordt franchisenemer in jouw regio.', 'franchisenemer'],
  ['ownMoney', 'Verkoper software', 'Je werkt volledig op provisiebasis.', 'volledig op provisiebasis'],
  ['ownMoney', 'Verkoper software', 'Een eigen investering van € 5.000 is nodig.', 'Een eigen investering van'],
  ['ownMoney', 'Sales', 'The pay is commission-only.', 'commission-only'],
]

const fine: readonly (readonly [title: string, text: string])[] = [
  ['Opleidingscoördinator', 'Je maakt de planning van onze cursussen.'],
  ['Opleiding developer', 'Wij betalen de opleiding.'],
  ['Course developer', 'You write courses for our customers.'],
  ['Trainer bootcamp', 'Je geeft de bootcamp Java.'],
  ['Java developer', 'Deze opleiding kost € 3.950; die kosten betalen wij.'],
  ['Java developer', 'Je betaalt geen opleiding: dat doen wij.'],
  ['Data analist', 'Volg kosteloos een cursus SQL.'],
  ['Data analist', 'Past deze vacature niet bij je? Doe dan een open sollicitatie.'],
  ['Data engineer', 'Not for you? Join our talent community.'],
  ['Beheerder', 'Bootcamp- en yogasessies op donderdag.'],
  ['Beheerder', 'Je mag twee dagen per jaar vrijwilligerswerk doen.'],
  ['Beheerder', 'We werken samen met vrijwilligersorganisaties.'],
  ['Beheerder', 'Onbetaald verlof is mogelijk.'],
  ['Stagiair', 'Dit is geen onbetaalde stage: je krijgt € 600.'],
  ['Controller', 'Je rekent investeringen door voor de directie.'],
  ['Beheerder', 'Een pensioen zonder eigen bijdrage.'],
  ['Servicedesk', 'Je helpt onze franchisenemers met hun kassa.'],
  ['Accountmanager', 'Een vast salaris en daarbovenop provisie.'],
  ['Recruiter', 'Je bouwt aan onze talentpool.'],
  ['Developer bij een uitgever van cursussen', 'Je bouwt de winkel.'],
  ['Startup developer', 'Wij haalden startkapitaal op.'],
  ['Docent', 'We hebben geen vacatures die langer dan een maand openstaan.'],
]

describe('why something may be no job', () => {
  test.each(doubtful)('%s: %s. %s', (reason, title, text, words) => {
    const [doubt] = readDoubts(title, text)
    expect(doubt).toMatchObject({ reason, words })
    expect((doubt?.where === 'title' ? title : text).slice(doubt?.start).startsWith(words)).toBe(true)
  })

  test.each(fine)('nothing: %s. %s', (title, text) => {
    expect(readDoubts(title, text)).toEqual([])
  })
})
