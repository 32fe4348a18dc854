/**
 * Trusted timestamps (RFC 3161): an authority that sees a digest and nothing else signs that it existed by then. Asked
 * for with `requestFor` and `tokenOf`; anybody reads the token, offline, with `readToken`.
 */
import { Integer, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  type Certificate,
  ContentInfo,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'

export interface Stamped {
  /** In ms since 1970, by the authority's clock. */
  at: number
  /** As its certificate names it: common name, else organisation. Whether to trust it is the reader's to say. */
  authority: string
}

/** SHA-2 alone: what is found equal by an older digest may be another text. */
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}
const sha256Id = '2.16.840.1.101.3.4.2.1'
const signedDataId = '1.2.840.113549.1.7.2'
const tstInfoId = '1.2.840.113549.1.9.16.1.4'
const timeStampingId = '1.3.6.1.5.5.7.3.8'
const extKeyUsageId = '2.5.29.37'

/** A TimeStampReq in DER. `nonce`: so that an old answer is not taken for a new one. */
export async function requestFor(message: Uint8Array, nonce: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(message))
  const positive = Uint8Array.from(nonce, (byte, at) => (at === 0 ? (byte & 0x7f) | 0x40 : byte))
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Id }),
      hashedMessage: new OctetString({ valueHex: digest }),
    }),
    nonce: new Integer({ valueHex: positive.buffer }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}

/**
 * The token of a TimeStampResp, DER. Null: it was refused, is of another request, or does not say what was asked.
 *
 * @param request what was sent
 */
export async function tokenOf(
  response: Uint8Array,
  request: Uint8Array,
  message: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const { status, timeStampToken } = TimeStampResp.fromBER(new Uint8Array(response))
    if ((status.status !== 0 && status.status !== 1) || !timeStampToken) return null
    const token = new Uint8Array(timeStampToken.toSchema().toBER())
    const asked = TimeStampReq.fromBER(new Uint8Array(request)).nonce
    const told = infoOf(signedOf(token)).nonce
    const isOurs = asked !== undefined && told !== undefined && asked.isEqual(told)
    return isOurs && (await readToken(token, message)) ? token : null
  } catch {
    return null
  }
}

/**
 * What a token says of this message. Null: it says it of another, is not signed by the certificate that it carries, or
 * that certificate is not one for timestamps. Whether the certificate is to be trusted is not decided here.
 */
export async function readToken(token: Uint8Array, message: Uint8Array): Promise<Stamped | null> {
  try {
    const signed = signedOf(token)
    const info = infoOf(signed)
    if (!digests[info.messageImprint.hashAlgorithm.algorithmId]) return null
    const data = new Uint8Array(message).buffer
    const { signatureVerified, signerCertificate: certificate } = await signed.verify({
      signer: 0,
      data,
      extendedMode: true,
    })
    const at = info.genTime.getTime()
    if (!signatureVerified || !certificate || !isForTimestamps(certificate, at)) return null
    return { at, authority: nameOf(certificate) }
  } catch {
    return null
  }
}

function signedOf(token: Uint8Array): SignedData {
  const { contentType, content } = ContentInfo.fromBER(new Uint8Array(token))
  if (contentType !== signedDataId) throw new TypeError('A timestamp is signed data.')
  return new SignedData({ schema: content })
}

function infoOf({ encapContentInfo }: SignedData): TSTInfo {
  const { eContentType, eContent } = encapContentInfo
  if (eContentType !== tstInfoId || !eContent) throw new TypeError('This is signed, and no timestamp.')
  return TSTInfo.fromBER(eContent.getValue())
}

/** RFC 3161 §2.3: its certificate is for timestamps and nothing else, and was valid then. */
function isForTimestamps({ extensions, notBefore, notAfter }: Certificate, at: number): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === extKeyUsageId)?.parsedValue
  const isFor = usage instanceof ExtKeyUsage && usage.keyPurposes.includes(timeStampingId)
  return isFor && at >= notBefore.value.getTime() && at <= notAfter.value.getTime()
}

/** Common name, then organisation (X.520). */
function nameOf({ subject }: Certificate): string {
  const names = ['2.5.4.3', '2.5.4.10'].flatMap(
    (type) => subject.typesAndValues.find((each) => each.type === type)?.value.valueBlock.value ?? [],
  )
  return typeof names[0] === 'string' ? names[0].slice(0, 100) : '?'
}
