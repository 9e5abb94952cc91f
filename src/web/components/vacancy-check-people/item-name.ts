import type { Language } from '../../../modules/skills/index.ts'
import type { CheckItem } from '../../../modules/vacancy-checks/index.ts'
import { conditionTitle } from '../../words/conditions.ts'
import { listText } from '../../words/format.ts'
import { explanationId } from '../vacancy-check-text/item-mark.tsx'

const longestWords = 45

/** What an item demands, in few words: those of the text where something is said of them, so that they are known again. */
export function itemName({ demands, place, said }: CheckItem, language: Language): string {
  if (said && place && place.words.length <= longestWords) return capital(place.words.replace(/\s+/g, ' '))
  const names = demands.map(({ demand, label }) => conditionTitle({ key: demand, label }, language))
  return names.length > 0 ? listText(names, language) : (place?.words ?? said?.title ?? '')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** An item of which nothing else is said is explained by its bar. */
export const barId = (item: CheckItem): string | undefined => (item.said ? undefined : explanationId(item.mark))
