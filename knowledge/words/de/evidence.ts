import type { evidence as en } from '../en/evidence.ts'
import type { Same } from '../words.ts'

export const evidence: Same<typeof en> = {
  print: { letter: 'Schreiben', signature: 'Unterschrift, mit der Hand gezeichnet' },
}
