/** What Vigie says about law and writes in letters: one catalogue per language, one file per subject. */
import type { AllGroundWords } from '../words.ts'
import { abuse } from './abuse.ts'
import { be39bis } from './be39bis.ts'
import { be584 } from './be584.ts'
import { crimes } from './crimes.ts'
import { dmca } from './dmca.ts'
import { dsa16 } from './dsa16.ts'
import { esaepd } from './esaepd.ts'
import { gdpr17 } from './gdpr17.ts'
import { gdpr17s } from './gdpr17s.ts'
import { guides } from './guides.ts'
import { hdca24 } from './hdca24.ts'
import { hotline } from './hotline.ts'
import { it144bis } from './it144bis.ts'
import { letter } from './letter.ts'
import { plan } from './plan.ts'
import { terms } from './terms.ts'
import { tida } from './tida.ts'
import { uk20a } from './uk20a.ts'

export const words = {
  letter,
  plan,
  guides,
  crimes,
  hotline,
  grounds: {
    dsa16,
    tida,
    abuse,
    dmca,
    esaepd,
    hdca24,
    it144bis,
    terms,
    uk20a,
    be39bis,
    be584,
    gdpr17,
    gdpr17s,
  } satisfies AllGroundWords,
}
