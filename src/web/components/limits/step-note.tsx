import { Link } from 'react-router'
import type { Profile } from '../../../modules/people/index.ts'
import type { StepView } from '../../../modules/planning/index.ts'
import { useTryPath } from '../../use-try-path.ts'
import { stepWords } from '../../words/steps.ts'
import { useLanguage } from '../../words/use-words.ts'

/** What one step changes, in a sentence that tries it: "10 minuten meer: 34 banen erbij". */
export function StepNote({ step, profile }: { readonly step: StepView; readonly profile: Profile }) {
  const words = stepWords[useLanguage()]
  const path = useTryPath([step.change], profile)
  return (
    <Link to={path} preventScrollReset>
      {words.sentence(step)}
    </Link>
  )
}
