import type { ActingDatabase } from '../../platform/index.ts'
import type { OrganisationKind } from '../permissions/index.ts'

/** All SQL of demo organisations. */
export function createDemoOrganisationStore() {
  return {
    async remove(inside: ActingDatabase): Promise<void> {
      await inside.query('delete from organisation where demo')
    },

    async insert(
      inside: ActingDatabase,
      one: {
        readonly id: string
        readonly name: string
        readonly kind: OrganisationKind
        readonly about: string
        readonly isChecked: boolean
        readonly region: string | undefined
        readonly placeName: string | undefined
        readonly now: number
      },
    ): Promise<void> {
      await inside.query(
        `insert into organisation (id, name, kind, demo, about, region, place_name, created_at, opened_at, domain, domain_checked_at, verification, verified_at)
         values ($1, $2, $3, true, $4, $5, $6, $7::timestamptz, $7::timestamptz,
           case when $8 then 'demo.example' end, case when $8 then $7::timestamptz end,
           case when $8 then 'domain' else 'unverified' end, case when $8 then $7::timestamptz end)`,
        [
          one.id,
          one.name,
          one.kind,
          one.about,
          one.region ?? null,
          one.placeName ?? null,
          new Date(one.now).toISOString(),
          one.isChecked,
        ],
      )
    },

    async tie(inside: ActingDatabase, parent: string, child: string, isAgreed: boolean, now: number): Promise<void> {
      await inside.query(
        `insert into organisation_tie (parent, child, proposed_at, agreed_at)
         values ($1, $2, $3::timestamptz, case when $4 then $3::timestamptz end)`,
        [parent, child, new Date(now).toISOString(), isAgreed],
      )
    },
  }
}
