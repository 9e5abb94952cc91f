import type { Example } from '../example.ts'
import { DeclineForm } from './decline-form.tsx'
import { ExampleNo, NextBest, TheNo } from './the-no.tsx'

export const examples: readonly Example[] = [
  { title: 'A no, with a reason', view: () => <DeclineForm side="organisation" wrong="reason" /> },
  {
    title: 'A no, as it is told',
    view: () => (
      <TheNo
        by="organisation"
        isMine={false}
        who="Keiland ICT (demo)"
        reason="skillMissing"
        text="Linux missen we nog."
        isWrongReport={false}
      />
    ),
  },
  { title: 'Example of a no', view: () => <ExampleNo organisation="Keiland ICT (demo)" /> },
  {
    title: 'Next best plan',
    view: () => (
      <div className="stack-5">
        <NextBest plan={{ plan: 'p', title: 'Systeembeheerder', employer: 'Eemwater Zorg (demo)', readyOn: '2027-04-09' }} />
        <NextBest plan={undefined} />
      </div>
    ),
  },
]
