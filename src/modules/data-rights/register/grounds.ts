import type { GroundName, Words } from './table-entry.ts'

/** What stays after an erasure, and by which law. Everything in it is without the person. */
export const grounds: Readonly<Record<GroundName, { readonly law: string; readonly what: Words }>> = {
  badgeStatus: {
    law: 'GDPR recital 26: a number by chance that leads to nobody any more. Article 6(1)(f): whoever still has the badge must see that it does not count.',
    what: {
      nl: 'Dat een nummer in de lijst van een organisatie niet meer geldt. Van wie dat bewijs was, is weg.',
      en: 'That a number in the list of an organisation does not count any more. Whose badge it was is gone.',
    },
  },
  placementRecord: {
    law: 'GDPR article 17(3)(b) and (e): a school accounts for its practice agreements (WEB) and an employer for the subsidy for learning at work. How many years was not verified; the rule placement-kept-months says what is used. The text, the hours and the person go.',
    what: {
      nl: 'Dat een school en een werkgever een leerwerkplek hadden, van wanneer tot wanneer, en wie voor hen tekende. Van wie die plek was, is weg, en de tekst met je naam ook.',
      en: 'That a school and an employer had a placement, from when to when, and who signed for them. Whose it was is gone, and so is the text with your name.',
    },
  },
  replyRecord: {
    law: 'GDPR recital 26: about nobody who can be identified. Article 6(1)(f) for the organisation: who asks may know how often it answers.',
    what: {
      nl: 'Dat een organisatie een vraag kreeg en wanneer zij antwoordde. Van wie de vraag was, staat er niet bij.',
      en: 'That an organisation got a question, and when it answered. Whose question it was is not in it.',
    },
  },
  chain: {
    law: 'AI Act (Regulation (EU) 2024/1689) articles 12 and 26(6): logs are kept at least six months. GDPR article 17(3)(b): a legal duty. The parts about the person go.',
    what: {
      nl: 'Dat er op een moment iets aan een organisatie werd getoond. Over wie het ging, is weg.',
      en: 'That something was shown to an organisation at a moment. About whom it was is gone.',
    },
  },
  usedNumber: {
    law: 'GDPR recital 26: the number leads to nobody any more. Article 5(1)(f): a number that is given twice would show one person as another.',
    what: {
      nl: 'Dat een profielnummer al eens gegeven is. Het wijst naar niemand meer.',
      en: 'That a profile number was given once. It points to nobody any more.',
    },
  },
  othersProcedure: {
    law: 'GDPR article 17(3)(e) and the right of the other side to its own procedure. Four weeks after it ends, all of it goes.',
    what: {
      nl: 'Berichten die je als collega van een organisatie schreef. Ze zijn van die kennismaking, zonder jouw naam, en gaan weg na de termijn.',
      en: 'Messages that you wrote as a colleague of an organisation. They belong to that introduction, without your name, and go after its term.',
    },
  },
  organisationRecord: {
    law: 'GDPR article 6(1)(f): the organisation keeps what was done in its name, without by whom.',
    what: {
      nl: 'Wat er in naam van een organisatie is gedaan: een sleutel, een uitnodiging, een vacature. Door wie, is weg.',
      en: 'What was done in the name of an organisation: a key, an invitation, a vacancy. By whom is gone.',
    },
  },
  creditLedger: {
    law: 'GDPR recital 26: it leads to nobody any more. Article 6(1)(c) for the school, which accounts for what it awarded; which law asks it, and for how long, is not verified.',
    what: {
      nl: 'Dat een school studiepunten gaf of terugnam, hoeveel en waarvoor. Van wie, met welk werk en door wie, is weg.',
      en: 'That a school gave credits or took them back, how many and for what. Whose, with which work and by whom is gone.',
    },
  },
  erasureRecord: {
    law: 'GDPR article 17 with article 5(2): so that a backup from before does not bring somebody back. A keyed hash: without the key it says nothing.',
    what: {
      nl: 'Een onleesbaar kenmerk van je account, om je opnieuw te wissen als iemand een oude reservekopie terugzet.',
      en: 'An unreadable mark of your account, to erase you again when somebody puts an old backup back.',
    },
  },
}
