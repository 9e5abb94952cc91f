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
