import type { Example } from '../example.ts'
import { ViewSwitch } from './view-switch.tsx'

export const examples: readonly Example[] = [{ title: 'ViewSwitch', view: () => <ViewSwitch view="line" /> }]
