/**
 * A letter as an XARF 4.2.0 report, for the machine of an abuse desk. There is no type for intimate images of adults: the
 * nearest valid one is `content/exposed_data` with a tag of our own. It holds no picture, no name of hers and no hash; an
 * abuse desk hands it on to its customer.
 *
 * https://github.com/xarf/xarf-spec, schemas/v4, read 2026-11-24.
 */
import { isMinor } from '#core/case/types.ts'
import type { LetterInput } from './letter.ts'
import { addressFor } from './recipients.ts'
import { oneLine } from './text.ts'

interface Party {
  org: string
  contact: string
  domain: string
}

export interface XarfReport {
  xarf_version: '4.2.0'
  report_id: string
  timestamp: string
  reporter: Party
  sender: Party
  source_identifier: string
  category: 'content'
  type: 'exposed_data' | 'csam'
  url: string
  domain?: string
  evidence_source: 'user_report'
  verification_method: 'user_report'
  tags: string[]
  description: string
  data_types?: string[]
  exposure_method?: string
  classification?: string
  detection_method?: string
}

/** Who reports: an organisation, or the installation with an address that answers come back to. Never she herself. */
export interface Reporter {
  organisation: string
  mail: string
}

/**
 * One report a location, in the letter's order.
 *
 * @param ids a random UUID for each location
 */
export function xarf(
  {
    places,
    recipient,
    ageBand,
    writtenAt,
    reference,
  }: Pick<LetterInput, 'places' | 'recipient' | 'ageBand' | 'writtenAt' | 'reference'>,
  { reporter, ids }: { reporter: Reporter; ids: readonly string[] },
): XarfReport[] {
  const mail = reporter.mail.replace(/[^\x21-\x7E]+/g, '')
  const party: Party = {
    org: oneLine(reporter.organisation, 200),
    contact: mail,
    domain: mail.slice(mail.lastIndexOf('@') + 1),
  }
  return places.map(({ location }, at): XarfReport => {
    const url = addressFor(location, recipient)
    const { hostname, protocol } = new URL(url)
    const host = hostname.replace(/^\[|\]$/g, '')
    const isDomain = protocol === 'https:' && /\.[a-z][a-z0-9-]*$/i.test(host)
    return {
      xarf_version: '4.2.0',
      report_id: ids[at] ?? '',
      timestamp: new Date(writtenAt).toISOString(),
      reporter: party,
      sender: party,
      source_identifier: host || url,
      category: 'content',
      ...(isMinor(ageBand) ? ofMinor : ofAdult),
      url,
      ...(isDomain && { domain: host }),
      evidence_source: 'user_report',
      verification_method: 'user_report',
      description: `${(isMinor(ageBand) ? ofMinorWords : ofAdultWords).trim()} Reference: ${oneLine(reference, 60)}.`,
    }
  })
}

const ofAdult = {
  type: 'exposed_data' as const,
  data_types: ['personal_information'],
  exposure_method: 'intentional_leak',
  tags: ['ncii:intimate-image'],
}

// The format wants a class. Nobody has classified the material, so it is the least grave one, and the text says so.
const ofMinor = {
  type: 'csam' as const,
  classification: 'B2',
  detection_method: 'user_report',
  tags: ['class:not-assessed'],
}

const ofAdultWords =
  'Intimate images shared without the consent of the person shown. The legal ground and the request stand in the text part. No picture is attached.'
const ofMinorWords =
  'Intimate image of a person who was under 18 when it was made. The class was not assessed: the format wants one. The request stands in the text part. No picture is attached.'
