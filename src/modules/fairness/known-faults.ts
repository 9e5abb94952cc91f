import type { KnownFault } from './report.ts'

/**
 * Where a CV that differs only in a protected trait is read otherwise today. They are shown on the page, and a fault that is
 * gone must leave this list: the gate refuses both a new fault and one that no longer occurs.
 */
export const knownFaults: readonly KnownFault[] = []
