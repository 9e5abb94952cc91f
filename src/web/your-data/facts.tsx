import { FactsBand } from '../components/facts-band/facts-band.tsx'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'
import { yourDataWords } from '../words/your-data.ts'
import type { OwnData } from './your-data-loader.ts'

/** What we have, what others see of it, who looked, and when it goes. */
export function DataFacts({
  answers,
  goneOn,
  own,
}: {
  readonly answers: number
  readonly goneOn: string
  readonly own: OwnData | undefined
}) {
  const language = useLanguage()
  const { facts } = yourDataWords[language]
  const seen = own?.seenLately ?? { organisations: 0, times: 0 }
  const open = own?.introductions.open ?? 0
  const isSeen = own?.isFound === true || open > 0
  return (
    <FactsBand
      facts={[
        {
          name: facts.have,
          value: facts.answers(answers),
          note: own ? (own.hasName ? facts.haveNamed : facts.haveAccount) : facts.haveDraft,
        },
        {
          name: facts.others,
          value: isSeen ? facts.profile : facts.nothing,
          note: open > 0 ? facts.othersNote(open) : isSeen ? undefined : facts.othersNone,
        },
        { name: facts.seen, value: facts.organisations(seen.organisations), note: facts.times(seen.times) },
        own
          ? { name: facts.gone, value: facts.goneAccount, note: facts.goneAccountNote }
          : { name: facts.gone, value: dateText(goneOn, language), note: facts.goneDraft },
      ]}
    />
  )
}
