/** A timestamp authority (RFC 3161 over HTTP, §3.4), with a certificate of its own. Its answers can be made wrong. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Integer, ObjectIdentifier, OctetString, Utf8String } from 'asn1js'
import {
  Attribute,
  AttributeTypeAndValue,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'

export interface TimestampAuthority extends AsyncDisposable {
  url: string
  /** How often it was asked, and with how many bytes. */
  asked: number[]
  /** What it does instead of answering well. */
  fault: null | 'refuses' | 'other-nonce' | 'other-message' | 'not-for-timestamps' | 'broken' | 'silent'
  /** What it takes for now, in ms since 1970. */
  now: number
  stop(): Promise<void>
}

const timeStamping = '1.3.6.1.5.5.7.3.8'
const serverAuth = '1.3.6.1.5.5.7.3.1'

export async function startTimestampAuthority({ now = Date.UTC(2026, 10, 24, 13) } = {}): Promise<TimestampAuthority> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const right = await certificateFor(keys, timeStamping)
  const wrong = await certificateFor(keys, serverAuth)
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    authority.asked.push(body.length)
    if (authority.fault === 'silent') return
    const answer = authority.fault === 'broken' ? Buffer.from('<html>') : await answerTo(body)
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer)
  })

  async function answerTo(body: Buffer): Promise<Buffer> {
    if (authority.fault === 'refuses')
      return Buffer.from(new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) }).toSchema().toBER())
    const { messageImprint, nonce } = TimeStampReq.fromBER(new Uint8Array(body))
    if (authority.fault === 'other-message')
      messageImprint.hashedMessage = new OctetString({ valueHex: new ArrayBuffer(32) })
    const info = new TSTInfo({
      version: 1,
      policy: '1.2.3.4.1',
      messageImprint,
      serialNumber: new Integer({ value: 7 }),
      genTime: new Date(authority.now),
      ...(nonce && { nonce: authority.fault === 'other-nonce' ? new Integer({ value: 4711 }) : nonce }),
    })
    const token = await sign(info, authority.fault === 'not-for-timestamps' ? wrong : right, keys.privateKey)
    const response = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token })
    return Buffer.from(response.toSchema().toBER())
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const authority: TimestampAuthority = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    asked: [],
    fault: null,
    now,
    stop,
    [Symbol.asyncDispose]: stop,
  }
  return authority
}

async function sign(info: TSTInfo, certificate: Certificate, key: CryptoKey): Promise<ContentInfo> {
  const content = info.toSchema().toBER()
  const digest = await crypto.subtle.digest('SHA-256', content)
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.9.16.1.4',
      eContent: new OctetString({ valueHex: content }),
    }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({
              type: '1.2.840.113549.1.9.3',
              values: [new ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })],
            }),
            new Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: digest })] }),
          ],
        }),
      }),
    ],
  })
  await signed.sign(key, 0, 'SHA-256')
  return new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) })
}

async function certificateFor(keys: CryptoKeyPair, purpose: string): Promise<Certificate> {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: 1 })
  for (const name of [certificate.subject, certificate.issuer])
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: 'Made-up Time Authority' }) }),
    )
  certificate.notBefore.value = new Date(Date.UTC(2026, 0, 1))
  certificate.notAfter.value = new Date(Date.UTC(2036, 0, 1))
  const usage = new ExtKeyUsage({ keyPurposes: [purpose] })
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.37', critical: true, extnValue: usage.toSchema().toBER(), parsedValue: usage }),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(keys.privateKey, 'SHA-256')
  return certificate
}
