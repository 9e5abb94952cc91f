import type { LoaderFunctionArgs } from 'react-router'
import { stateAt } from '../../modules/credentials/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { openOrganisation } from '../organisation/org-loader.ts'

const dayMs = 86_400_000

/** The training register of an organisation, what ends first stands first. */
export async function registerLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation } = await openOrganisation(args)
  const [records, soonDays] = await Promise.all([
    site.modules.credentials.register(actor, id),
    site.modules.credentials.soonDays(),
  ])
  const now = site.clock.now()
  return {
    organisation,
    records: records.map((one) => {
      const state = stateAt(one, now)
      const { validUntil, issuedAt } = one
      return {
        ...{ id: one.id, personName: one.personName, title: one.title, issuerName: one.issuerName, state },
        ...(issuedAt === undefined ? {} : { issuedOn: todayInAmsterdam(issuedAt) }),
        ...(validUntil === undefined ? {} : { until: todayInAmsterdam(validUntil) }),
        isSoon: state === 'valid' && validUntil !== undefined && soonDays !== undefined && validUntil - now <= soonDays * dayMs,
      }
    }),
  }
}
