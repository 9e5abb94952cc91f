import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openEncoder } from '../../linking/index.ts'
import { createDictionary } from '../dictionary.ts'
import type { MentionModel } from './mention-model.ts'
import { type Phrases, withPhrases } from './phrases.ts'
import { createSkillReader } from './read-in-context.ts'
import { createSkillSpace } from './skill-space.ts'
import type { SkillForm, SkillToRead } from './skill-to-read.ts'

const data = join(import.meta.dirname, '../../../../data')
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(data, ...path), 'utf8'))

interface OwnSkill {
  readonly id: string
  readonly kind: string
  readonly nl: string
  readonly en: string
  readonly altNl: readonly string[]
  readonly altEn: readonly string[]
}

const forms = (language: SkillForm['language'], [preferred, ...others]: readonly string[]): SkillForm[] => [
  { label: preferred!, language, preferred: true },
  ...others.map((label) => ({ label, language, preferred: false })),
]
const skills: SkillToRead[] = readdirSync(join(data, 'vocabulary/skills'))
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => json('vocabulary/skills', file) as OwnSkill[])
  .filter(({ kind }) => kind !== 'group')
  .map(({ id, kind, nl, en, altNl, altEn }) => ({
    concept: id,
    forms: [...forms('nl', [nl, ...altNl]), ...forms('en', [en, ...altEn])],
    knowledge: kind === 'knowledge',
  }))
const { rarity, mentions } = json('model', 'skill-extraction.json') as {
  rarity: Record<string, number>
  mentions: { encoder: MentionModel; words: MentionModel }
}
const phrases = json('model', 'skill-phrases.json') as Phrases
/** Concepts are named by their ids here. */
const read = withPhrases(
  skills,
  Object.fromEntries(Object.entries(phrases).map(([concept, own]) => [concept.replace('schakel:skill/', ''), own])),
)
const dictionary = createDictionary(skills.flatMap(({ concept, forms: all }) => all.map(({ label }) => ({ concept, label }))))
const encoder = openEncoder(readFileSync(join(data, 'model/encoder.bin')))
const readers = {
  'with the encoder': createSkillReader(
    dictionary,
    createSkillSpace(read, (key) => rarity[key], encoder),
    mentions.encoder,
  ),
  'by words alone': createSkillReader(
    dictionary,
    createSkillSpace(read, (key) => rarity[key]),
    mentions.words,
  ),
}

/**
 * Sentences of our own in which a reader once saw, or might see, a skill that is not there. This list only grows. Behind each stands what must
 * not be read; nothing there means: nothing at all.
 */
const absurd: readonly (readonly [string, ...string[]])[] = [
  ['Wij zorgen voor een vliegende start in een warm team.'],
  ['Een goede start van je loopbaan begint hier.'],
  ['We zaten een week op het eiland Java en dronken koffie.', 'java'],
  ['Our founders met on Java, Indonesia.', 'java'],
  ['A cup of java at half past eight, every day.', 'java'],
  ['Go home on time, every day.', 'go'],
  ['Ready, set, go!', 'go'],
  ['Wij go for gold.', 'go'],
  ['Je hebt rijbewijs C of C+E.', 'c'],
  ['Groep C start in maart.', 'c'],
  ['Vitamine C op de fruitschaal.', 'c'],
  ['Neem contact op met R. Jansen van de afdeling Inkoop.', 'r'],
  ['De heer R. de Vries leidt de vestiging.', 'r'],
  ['Salaris in schaal R of S.', 'r'],
  ['Schoon drinkwater en vers fruit op kantoor.'],
  ['Heb je vragen? Bel ons gerust.'],
  ['Voor vragen kun je terecht bij de recruiter.'],
  ['Wij excel at making people smile.', 'excel'],
  ['You will have excellent colleagues.', 'excel'],
  ['Excellent! Dan zoeken wij jou.', 'excel'],
  ['Word jij onze nieuwe collega?', 'word'],
  ['Access to the building is by badge.', 'access'],
  ['Lekkere sap en broodjes bij de lunch.', 'sap'],
  ['De teams zitten op de derde verdieping.', 'teams'],
  ['Een scala aan mogelijkheden om te groeien.', 'scala'],
  ['De rest van de week ben je vrij.', 'rest'],
  ['In de lente, de swift van het jaar.', 'swift'],
  ['De power van ons bedrijf zijn de mensen.'],
  ['Een dynamische omgeving met korte lijnen.', 'dynamics'],
  ['Je komt te werken in een dynamic environment.', 'dynamics'],
  ['Microsoft is onze buurman op de campus.', 'microsoft'],
  ['Vrijdagmiddagborrel met live music.', 'music'],
  ['Onze kok maakt elke dag verse soep.', 'cooking'],
  ['Een elektrische leaseauto hoort erbij.', 'electrical-measuring'],
  ['Persoonlijk budget van duizend euro per jaar.', 'budgeting'],
  ['Wij vertrouwen elkaar.'],
  ['Denk hierbij aan een laptop en een telefoon.'],
  ['Stuur je cv en motivatie naar ons kantoor in Zwolle.'],
  ['Solliciteren kan per e-mail tot 1 mei.', 'online-marketing'],
  ['Spring gerust eens binnen.', 'spring-boot', 'spring'],
  ['Een boost voor je carrière in het groene hart.'],
  ['Wij zitten in Delphi, naast het station.', 'delphi'],
  ['Oracle staat op de gevel van het gebouw tegenover ons.', 'oracle-ebs'],
  ['Ruby en Julia verwelkomen je op je eerste dag.', 'julia'],
  ['Kom langs in onze vestiging aan de Excelweg.', 'excel'],
  ['We trakteren op een puppet show voor de kinderen.', 'puppet'],
  ['Tijdens de zomerfeesten bouwen we een zandkasteel.'],
  ['De hoofdprijs is een ansible replica uit een film.'],
  ['Het regent veel in Rust, een dorp in Oostenrijk.', 'rust'],
  ['Rust en ruimte, dat vind je hier.', 'rust'],
  ['Een certificaat halen? Dat kan bij ons.', 'certificates'],
  ['Je woont in de regio Den Haag of bent bereid te verhuizen.'],
  ['Wij vragen'],
  ['Wij vragen je om op tijd te komen.'],
  ['Responsibilities:'],
  ['Rooster:'],
  ['Dit is je werkplek.'],
  ['Read our frequently asked questions.'],
  ['Fluent in English and Dutch.'],
  ['Je hebt een certificaat van Microsoft op zak.', 'microsoft'],
  ['Onze internationale handelsafdeling zit in Rotterdam.'],
  ['Een hybride werkmodel met twee dagen thuis.'],
  ['Een bachelor of master in een richting die erbij past.'],
  ['Office amenities include car parking.'],
  ['Burgers krijgen waar zij recht op hebben.'],
  ['Je krijgt energie van je werk.'],
  ['Je bent in staat om op tijd te komen.', 'statistics', 'statistical-software'],
  ['Onze collega’s zijn de motor achter het succes.'],
  ['Een online assessment hoort bij de procedure.'],
  ['We hebben goede voorzieningen voor ouders.'],
  ['Let’s build something great.'],
  ['Heb je nog vragen over deze functie?', 'asking-questions'],
  ['Je hebt een afgeronde opleiding.', 'training-users'],
  ['Sander neemt na een week contact met je op.'],
  ['Cursussen en trainingen om je te ontwikkelen.', 'lesson-design', 'teaching', 'training-users'],
  ['Een persoonlijk keuzebudget.', 'budgeting'],
  ['Flexibele werktijden en een flexibele werkplek.', 'adaptability', 'agile'],
]

const asNamed = (concept: string): string => concept.toLowerCase()

describe.each(Object.entries(readers))('absurd readings, %s', (_, reader) => {
  test.each(absurd)('%s', (text, ...forbidden) => {
    const found = reader.read(text).map(({ concept, words }) => ({ concept: asNamed(concept), words: words.toLowerCase() }))
    const wrong =
      forbidden.length === 0 ? found : found.filter((one) => forbidden.includes(one.concept) || forbidden.includes(one.words))
    expect(wrong).toEqual([])
  })
})
