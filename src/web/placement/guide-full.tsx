import type { GuideFull } from '../../modules/senior-hours/index.ts'
import { dateText, listText } from '../words/format.ts'
import { placementGuideWords } from '../words/placement-guides.ts'
import { useLanguage } from '../words/use-words.ts'

/** Whose week is full, who has room, and what to do. */
export function GuideFullText({ guide }: { readonly guide: GuideFull }) {
  const language = useLanguage()
  const words = placementGuideWords[language]
  const { name, week, room, unknown } = guide
  return (
    <>
      <p>{words.full(name, dateText(week, language))}</p>
      <p>
        {room.length === 0 ? words.noRoom : words.room(listText(room, language))}
        {unknown.length === 0 ? null : ` ${words.unknown(listText(unknown, language))}`}
      </p>
      <p>{words.what}</p>
    </>
  )
}
