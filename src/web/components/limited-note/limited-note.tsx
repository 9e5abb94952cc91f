import type { PlansView } from '../../../modules/planning/index.ts'
import { dateText } from '../../words/format.ts'
import { limitedWords } from '../../words/limited.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Alert } from '../alert/alert.tsx'

/** Says how far an answer goes for which there was no time to be whole. Nothing where it is exact, as nearly always. */
export function LimitedNote({ basis }: { readonly basis: Pick<PlansView['basis'], 'limited'> }) {
  const language = useLanguage()
  const words = limitedWords[language]
  const { limited } = basis
  if (!limited) return null
  return (
    <Alert kind="warn" title={words.title} isNew>
      <p className="small">{words.text(limited.trainings, dateText(limited.readyBy, language))}</p>
    </Alert>
  )
}
