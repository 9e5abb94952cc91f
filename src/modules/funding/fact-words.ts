import type { FundingFact } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'

type Both = Readonly<Record<Language, string>>

/** A fact as a question, and its answers in words. */
export interface FactWords {
  readonly question: Both
  readonly choices?: Readonly<Record<string, Both>>
}

const yesNo = { yes: { nl: 'Ja', en: 'Yes' }, no: { nl: 'Nee', en: 'No' } }

/** Facts of `rules/funding-facts.ts` as somebody is asked for them: B1, one thing at a time. */
export const factWords: Readonly<Record<FundingFact, FactWords>> = {
  situation: {
    question: { nl: 'Wat is je inkomen nu?', en: 'What is your income now?' },
    choices: {
      employed: { nl: 'Loon van een werkgever', en: 'A wage from an employer' },
      ww: { nl: 'WW', en: 'WW (unemployment benefit)' },
      otherBenefit: { nl: 'Een andere uitkering van UWV', en: 'Another benefit of UWV' },
      socialAssistance: { nl: 'Bijstand van de gemeente', en: 'Social assistance of the municipality' },
      selfEmployed: { nl: 'Eigen bedrijf (zzp)', en: 'My own business' },
      noIncome: { nl: 'Geen eigen inkomen', en: 'No income of my own' },
    },
  },
  training: {
    question: { nl: 'Wat voor opleiding is het?', en: 'What sort of training is it?' },
    choices: {
      bbl: { nl: 'Mbo, werken en leren (bbl)', en: 'Mbo, work and study (bbl)' },
      bol: { nl: 'Mbo, op school (bol)', en: 'Mbo, at school (bol)' },
      thirdWay: { nl: 'Mbo, derde leerweg', en: 'Mbo, third route' },
      hboDual: { nl: 'Hbo, werken en leren (duaal)', en: 'Hbo, work and study (dual)' },
      higher: { nl: 'Hbo of universiteit', en: 'Hbo or university' },
      course: { nl: 'Een cursus of bootcamp', en: 'A course or bootcamp' },
    },
  },
  size: {
    question: { nl: 'Hoe groot is het bedrijf?', en: 'How large is the company?' },
    choices: {
      small: { nl: 'Klein: minder dan 50 mensen', en: 'Small: fewer than 50 people' },
      medium: { nl: 'Middelgroot: 50 tot 250 mensen', en: 'Medium: 50 to 250 people' },
      large: { nl: 'Groot: 250 mensen of meer', en: 'Large: 250 people or more' },
    },
  },
  age: {
    question: { nl: 'Hoe oud is wie de opleiding doet?', en: 'How old is who takes the training?' },
    choices: {
      ...Object.fromEntries(['15', '16', '17', '18', '19', '20'].map((age) => [age, { nl: `${age} jaar`, en: `${age} years` }])),
      '21to56': { nl: '21 tot en met 56 jaar', en: '21 up to and including 56 years' },
      '57plus': { nl: '57 jaar of ouder', en: '57 years or older' },
    },
  },
  jobGuarantee: {
    question: {
      nl: 'Belooft een werkgever een baan na de opleiding?',
      en: 'Does an employer promise a job after the training?',
    },
    choices: yesNo,
  },
  inDemand: {
    question: { nl: 'Is er veel vraag naar het beroep?', en: 'Is the occupation in demand?' },
    choices: yesNo,
  },
  contractAfter: {
    question: {
      nl: 'Is er echt uitzicht op een baan van minstens 6 maanden bij deze werkgever?',
      en: 'Is there a real prospect of a job of at least 6 months with this employer?',
    },
    choices: yesNo,
  },
  workedThere: {
    question: { nl: 'Deed je dit werk al bij deze werkgever?', en: 'Did you do this work for this employer before?' },
    choices: yesNo,
  },
  employerPays: {
    question: { nl: 'Betaalt een werkgever de opleiding?', en: 'Does an employer pay the training?' },
    choices: yesNo,
  },
  obliged: {
    question: {
      nl: 'Moet de werkgever deze scholing geven van de wet of de cao?',
      en: 'Does law or collective agreement oblige the employer to give this training?',
    },
    choices: yesNo,
  },
  forWork: {
    question: { nl: 'Is de opleiding voor je werk, nu of later?', en: 'Is the training for your work, now or later?' },
    choices: yesNo,
  },
  technical: {
    question: { nl: 'Is het een opleiding voor techniek of ICT?', en: 'Is it a training for technology or IT?' },
    choices: yesNo,
  },
  recognised: {
    question: { nl: 'Is het bedrijf een erkend leerbedrijf (SBB)?', en: 'Is the company recognised for training (SBB)?' },
    choices: yesNo,
  },
  developmentPath: {
    question: {
      nl: 'Staat de opleiding in een erkend ontwikkelpad?',
      en: 'Does the training stand in a recognised development path?',
    },
    choices: yesNo,
  },
  priceEuro: { question: { nl: 'Wat kost de opleiding, in euro?', en: 'What does the training cost, in euro?' } },
  months: { question: { nl: 'Hoeveel maanden duurt de opleiding?', en: 'How many months does the training take?' } },
  guidedHours: {
    question: {
      nl: 'Hoeveel uur les met begeleiding in een schooljaar?',
      en: 'How many guided hours of lessons in a school year?',
    },
  },
  practiceHours: {
    question: { nl: 'Hoeveel uur praktijk in een schooljaar?', en: 'How many hours of practice in a school year?' },
  },
}
