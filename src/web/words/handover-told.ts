import type { HandoverReason } from '../../modules/handover/index.ts'
import type { Both } from './both.ts'

export type KitWrongWord =
  | HandoverReason
  | 'title'
  | 'materials'
  | 'phases'
  | 'email'
  | 'url'
  | 'groupSize'
  | 'costEuro'
  | 'initiative'
  | 'programme'
  | 'agreements'
  | 'funding'
  | 'other'
export type KitDoneWord =
  | 'kept'
  | 'published'
  | 'withdrawn'
  | 'removed'
  | 'contact'
  | 'noContact'
  | 'takenOver'
  | 'chosen'
  | 'copyRemoved'

/** Names of fields, what was done, and why something was not. */
const nl = {
  fields: {
    'title.nl': 'Naam, Nederlands',
    'title.en': 'Naam, Engels',
    'summary.nl': 'Wat het is, Nederlands',
    'summary.en': 'Wat het is, Engels',
    'outline.nl': 'Hoe het gaat, Nederlands',
    'outline.en': 'Hoe het gaat, Engels',
    phases: 'Fases',
    agreements: 'Afspraken',
    funding: 'Regelingen',
    'needs.teachers': 'Docenten',
    'needs.rooms': 'Ruimte',
    'needs.groupSize': 'Mensen in een groep',
    'needs.costEuro': 'Kosten van een groep',
    'needs.more.nl': 'Wat je verder nodig hebt, Nederlands',
    'needs.more.en': 'Wat je verder nodig hebt, Engels',
    'contact.email': 'E-mailadres',
    'contact.url': 'Webpagina',
    material: 'Materiaal',
  } as Readonly<Record<string, string>>,
  done: {
    kept: 'Bewaard',
    published: 'De nieuwe versie staat op de site',
    withdrawn: 'Het draaiboek is ingetrokken',
    removed: 'Het draaiboek is weg',
    contact: 'Jij staat erbij',
    noContact: 'Jij staat er niet meer bij',
    takenOver: 'Jullie hebben een eigen kopie',
    chosen: 'Gedaan',
    copyRemoved: 'De kopie is weg',
  } satisfies Record<KitDoneWord, string>,
  wrongTitle: 'Dat lukte niet',
  wrong: {
    notComplete: 'Vul eerst in één taal een naam in, en wat het is.',
    wrongState: 'Dat kan nu niet met dit draaiboek.',
    changedMeanwhile: 'Iemand anders veranderde het intussen. Kijk opnieuw, en bewaar dan.',
    copyThere: 'Jullie namen dit draaiboek al over.',
    ownKit: 'Dit draaiboek is van jullie zelf.',
    notEducator: 'Alleen een opleider of school heeft opleidingen.',
    title: 'Vul een naam in, hoogstens 4000 tekens.',
    materials: 'Vul bij elk materiaal in wat het is, en een link die met https begint.',
    phases: 'Vul hele weken in, en 0 tot 7 dagen.',
    email: 'Vul een e-mailadres in, zoals info@voorbeeld.nl.',
    url: 'Vul een link in die met https begint.',
    groupSize: 'Vul een heel getal in, van 1 tot 1000.',
    costEuro: 'Vul hele euro’s in.',
    initiative: 'Kies een initiatief dat jullie uitvoeren.',
    programme: 'Kies een opleiding van jullie.',
    agreements: 'Kies afspraken uit de lijst.',
    funding: 'Kies regelingen uit de lijst.',
    other: 'Dit kan niet zo. Kijk de velden na.',
  } satisfies Record<KitWrongWord, string>,
}

const en: typeof nl = {
  fields: {
    'title.nl': 'Name, Dutch',
    'title.en': 'Name, English',
    'summary.nl': 'What it is, Dutch',
    'summary.en': 'What it is, English',
    'outline.nl': 'How it goes, Dutch',
    'outline.en': 'How it goes, English',
    phases: 'Phases',
    agreements: 'Agreements',
    funding: 'Schemes',
    'needs.teachers': 'Teachers',
    'needs.rooms': 'Rooms',
    'needs.groupSize': 'People in a group',
    'needs.costEuro': 'Cost of a group',
    'needs.more.nl': 'What else you need, Dutch',
    'needs.more.en': 'What else you need, English',
    'contact.email': 'E-mail address',
    'contact.url': 'Web page',
    material: 'Material',
  },
  done: {
    kept: 'Kept',
    published: 'The new version is on the site',
    withdrawn: 'The kit was withdrawn',
    removed: 'The kit is gone',
    contact: 'You are put down',
    noContact: 'You are not put down any more',
    takenOver: 'You have a copy of your own',
    chosen: 'Done',
    copyRemoved: 'The copy is gone',
  },
  wrongTitle: 'That did not work',
  wrong: {
    notComplete: 'First fill in a name and what it is, in one language.',
    wrongState: 'That cannot be done with this kit now.',
    changedMeanwhile: 'Somebody else changed it meanwhile. Look again, and then keep it.',
    copyThere: 'You took this kit over already.',
    ownKit: 'This kit is your own.',
    notEducator: 'Only an educator or school has programmes.',
    title: 'Fill in a name, of 4000 characters at most.',
    materials: 'Fill in for each material what it is, and a link that begins with https.',
    phases: 'Fill in whole weeks, and 0 to 7 days.',
    email: 'Fill in an e-mail address, as info@voorbeeld.nl.',
    url: 'Fill in a link that begins with https.',
    groupSize: 'Fill in a whole number, from 1 to 1000.',
    costEuro: 'Fill in whole euros.',
    initiative: 'Choose an initiative that you run.',
    programme: 'Choose a programme of yours.',
    agreements: 'Choose agreements of the list.',
    funding: 'Choose schemes of the list.',
    other: 'It cannot be done like this. Look at the fields.',
  },
}

export const handoverToldWords = { nl, en } satisfies Both<typeof nl>
