import { z } from 'zod'

/** What messages about a placement need. None names the student: the mailbox of an organisation is read by many. */
export const placementData = z.strictObject({
  /** Address of the placement. */
  path: z.string().startsWith('/'),
  programme: z.string().min(1),
  school: z.string().min(1),
  employer: z.string().min(1),
})

/** With something to sign: until which day. */
export const placementSignData = placementData.extend({ signBy: z.iso.date() })

export const placementExample = {
  path: '/nl/leerwerkplek/voorbeeld',
  programme: 'Systeembeheerder',
  school: 'Leerhuis Voorbeeld (demo)',
  employer: 'Voorbeeld ICT (demo)',
} as const

export const placementSignExample = { ...placementExample, signBy: '2026-12-21' } as const

export const whyPlacement = {
  nl: 'Je krijgt deze mail omdat je partij bent bij deze leerwerkplek. Op de pagina kies je of je mail wilt.',
  en: 'You get this mail because you are a party to this placement. On the page you choose whether you want mail.',
} as const
