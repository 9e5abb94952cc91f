import type { KitContent, PublishedKit } from './kit.ts'

/** A kit as programs get it. */
export interface KitDocument {
  readonly id: string
  readonly organisation: string
  readonly organisationName: string
  readonly demo: boolean
  readonly initiative?: string
  /** Its outcomes: `GET /programmes/{id}/outcomes`. */
  readonly programme?: string
  readonly version: number
  readonly publishedAt: string
  readonly content: KitContent
}

/** Without the people who can be asked. Apart from the endpoints, since a page uses it too and must not bring their schemas along. */
export function kitDocument({ number, publishedAt, ...kit }: Omit<PublishedKit, 'contacts'>): KitDocument {
  const { id, organisation, organisationName, demo, initiative, programme, content } = kit
  return {
    ...{ id, organisation, organisationName, demo, version: number, publishedAt: new Date(publishedAt).toISOString(), content },
    ...(initiative === undefined ? {} : { initiative }),
    ...(programme === undefined ? {} : { programme }),
  }
}
