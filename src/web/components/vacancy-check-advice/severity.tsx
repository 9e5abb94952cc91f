import type { Severity as SeverityName } from '../../../modules/vacancy-checks/index.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyCheckWords } from '../../words/vacancy-check.ts'
import { Icon, type IconName } from '../icon/icon.tsx'

const icons: Record<SeverityName, IconName> = { law: 'stop', shutsOut: 'lock', tip: 'question' }

/** How heavy something is, in words and with a sign. */
export function Severity({ severity }: { readonly severity: SeverityName }) {
  const words = vacancyCheckWords[useLanguage()]
  return (
    <span className={`tag sev-${severity}`}>
      <Icon name={icons[severity]} />
      {words.severities[severity]}
    </span>
  )
}
