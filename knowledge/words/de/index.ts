/** What Vigie says about law and writes in letters: one catalogue per language, one file per subject. */
import { abuse } from './abuse.ts'
import { crimes } from './crimes.ts'
import { dsa16 } from './dsa16.ts'
import { guides } from './guides.ts'
import { letter } from './letter.ts'
import { plan } from './plan.ts'
import { tida } from './tida.ts'

export const words = { letter, plan, guides, crimes, grounds: { dsa16, tida, abuse } }
