/** Why a vacancy is taken back; words in `src/web/words/desk.ts`. */
export const closeReasons = ['notNeeded', 'noMoney', 'foundElsewhere', 'workChanged', 'other'] as const
export type CloseReason = (typeof closeReasons)[number]
