import { words } from '../text/index.ts'

const dutch = new Set('de het een en van je jij is met voor wij zijn aan bij wat als niet ook onze ervaring jouw'.split(' '))
const english = new Set('the and of to you is with for we are your our as not what a experience will this be'.split(' '))
const enoughWords = 400

/** The language a text is written in, by its commonest words; undefined when they do not tell. */
export function readLanguage(text: string): 'nl' | 'en' | undefined {
  let [nl, en] = [0, 0]
  for (const word of words(text.slice(0, enoughWords * 8)).slice(0, enoughWords)) {
    if (dutch.has(word)) nl++
    if (english.has(word)) en++
  }
  return nl === en ? undefined : nl > en ? 'nl' : 'en'
}

/** Words of one of the two only: what both have (`is`, `in`, `of`, `we`, `over`, `team`) says nothing. */
const onlyDutch = new Set(
  (
    'de het een en van je jij jou jouw u uw met voor wij onze ons zijn aan bij wat als niet ook dat deze dit er naar om te uit tot wordt ' +
    'worden hebt heeft heb hebben bent kan kun kunt wil wilt zal gaat ga zoals zodat waar waarin waarbij waarmee binnen tijdens tussen ' +
    'geen meer mee ervaring kennis goede opleiding functie werken werkt organisatie klanten vacature uur jaar dagen graag samen ' +
    'zelfstandig verantwoordelijk bijvoorbeeld daarnaast diverse nieuwe eigen andere alle veel minimaal ruimte salaris maand wie hoe maar ' +
    'door voldoende affiniteit afgeronde richting taken eisen'
  ).split(' '),
)
const onlyEnglish = new Set(
  (
    'the and to you your our are as not what with for this that will be have has at by from or on an who must their they into within about ' +
    'experience knowledge strong skills ability required years degree working responsible can able using work good excellent new ' +
    'which when how more other all its us join looking benefits salary hours plus'
  ).split(' '),
)
/** Spelling that the other language hardly has: weaker than a word. */
const dutchSpelling = /ij|aa|uu|oe|sch|(?:eren|heid|lijke?|aties?|isch|ende|ingen|ings|kunde)$/
const englishSpelling = /^th|th$|(?:tion|tions|ment|ments|ity|ness|ally|ous|able|ture|ies|ed)$|[^aeiou]y$/
const longestSentence = 600

/** The language of one sentence or bullet; undefined when its words do not tell, as in `Python` or `SQL Server`. */
export function languageOfSentence(sentence: string): 'nl' | 'en' | undefined {
  let [nl, en] = [0, 0]
  for (const word of words(sentence.slice(0, longestSentence))) {
    if (onlyDutch.has(word)) nl += 3
    else if (onlyEnglish.has(word)) en += 3
    else if (word.length > 3) {
      if (dutchSpelling.test(word)) nl++
      if (englishSpelling.test(word)) en++
    }
  }
  return nl === en ? undefined : nl > en ? 'nl' : 'en'
}
