import type { Example } from '../example.ts'
import { Icon, iconNames } from './icon.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Icon',
    view: () => (
      <p className="row">
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </p>
    ),
  },
]
