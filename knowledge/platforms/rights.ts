/** Addresses of a platform that are for one right alone, and say the same everywhere: privacy and copyright. */
import type { Route } from './platform.ts'

type Where = Pick<Route, 'recipient' | 'to' | 'source' | 'sure'>

/** Where data protection law is invoked. */
export function privacyRoute({ recipient, to, source, sure }: Where): Route {
  return {
    id: 'form' in to ? 'privacy-form' : 'privacy-mail',
    recipient,
    to,
    grounds: ['gdpr17'],
    asks: {
      en: 'This is for data protection. The letter says all that the law asks for.',
      fr: 'Cette adresse est pour la protection des données. La lettre dit tout ce que la loi demande.',
      nl: 'Dit is voor gegevensbescherming. In de brief staat alles wat de wet vraagt.',
      de: 'Diese Adresse ist für den Datenschutz. Im Brief steht alles, was das Gesetz verlangt.',
    },
    source,
    checked: '2026-11-24',
    sure,
  }
}

/** Where copyright is invoked: never in a minor's case, since the name goes further. */
export function copyrightRoute({ recipient, to, source, sure }: Where): Route {
  return {
    id: 'form' in to ? 'copyright-form' : 'copyright-mail',
    recipient,
    to,
    grounds: ['dmca'],
    asks: {
      en: 'This is only for whoever holds the rights in the picture. It needs a name, a contact and a signature.',
      fr: 'Seulement pour la personne qui a les droits sur l’image. Il faut un nom, un contact et une signature.',
      nl: 'Alleen voor wie de rechten op de foto heeft. Er is een naam, een contact en een handtekening nodig.',
      de: 'Nur für die Person, die die Rechte am Bild hat. Nötig sind Name, Kontakt und Unterschrift.',
    },
    exposes: {
      en: 'The name and the contact may be passed on to the one who posted it.',
      fr: 'Le nom et le contact peuvent être transmis à la personne qui a publié l’image.',
      nl: 'De naam en het contact kunnen doorgegeven worden aan wie de foto plaatste.',
      de: 'Name und Kontakt können an die Person gehen, die das Bild veröffentlicht hat.',
    },
    minors: false,
    source,
    checked: '2026-11-24',
    sure,
  }
}
