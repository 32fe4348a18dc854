/** What Meta's places have in common: where a removal is asked. */
import type { Route } from './platform.ts'
import { copyrightRoute } from './rights.ts'

export const metaRoutes: Route[] = [
  {
    id: 'intimate-images-form',
    recipient: 'Meta',
    to: { form: 'https://www.facebook.com/help/contact/634636250523119' },
    grounds: ['dsa16', 'tida', 'terms'],
    asks: {
      en: 'The form asks for the link of each photo, video or profile. Say that you are shown and did not agree.',
      fr: 'Le formulaire demande le lien de chaque photo, vidéo ou profil. Dire que la personne montrée n’a pas consenti.',
      nl: 'Het formulier vraagt de link van elke foto, elke video of elk profiel. Zeg dat jij te zien bent en het niet wilde.',
      de: 'Das Formular fragt nach dem Link jedes Fotos, Videos oder Profils. Wichtig ist: Die gezeigte Person hat nicht zugestimmt.',
    },
    source: 'https://github.com/chaynHQ/tools',
    checked: '2026-11-24',
    sure: 'reported',
  },
  {
    id: 'safety-hub',
    recipient: 'Meta',
    to: { form: 'https://www.facebook.com/safety/notwithoutmyconsent' },
    grounds: ['dsa16'],
    asks: {
      en: 'This page leads to the ways to report. With an account, use Report at the photo itself, then illegal content. It asks for a country and the law. The letter names both.',
      fr: 'Cette page mène aux moyens de signaler. Avec un compte, utiliser Signaler sur la photo, puis contenu illégal. Il faut un pays et la loi. La lettre donne les deux.',
      nl: 'Deze pagina leidt naar de manieren om te melden. Met een account: gebruik Melden bij de foto zelf, dan illegale inhoud. Er wordt een land en de wet gevraagd. Beide staan in de brief.',
      de: 'Diese Seite führt zu den Wegen, etwas zu melden. Mit einem Konto: beim Foto selbst Melden wählen, dann illegale Inhalte. Gefragt wird nach einem Land und dem Gesetz. Beides steht im Brief.',
    },
    source: 'https://www.facebook.com/safety/notwithoutmyconsent',
    checked: '2026-11-24',
    sure: 'published',
  },
  {
    id: 'privacy-form',
    recipient: 'Meta',
    to: { form: 'https://www.facebook.com/help/contact/567360146613371' },
    grounds: ['dsa16', 'gdpr17'],
    asks: {
      en: 'This form is about privacy. It asks for the link. Say that the photo shows you.',
      fr: 'Ce formulaire concerne la vie privée. Il demande le lien. Dire que la photo montre la personne qui écrit.',
      nl: 'Dit formulier gaat over privacy. Het vraagt de link. Zeg dat jij op de foto staat.',
      de: 'In diesem Formular geht es um Privatsphäre. Es fragt nach dem Link. Wichtig ist: Das Foto zeigt die Person, die schreibt.',
    },
    source: 'https://github.com/datenanfragen/data',
    checked: '2026-11-24',
    sure: 'reported',
  },
  copyrightRoute({
    recipient: 'Meta',
    to: { form: 'https://www.facebook.com/help/contact/634636770043106' },
    source: 'https://github.com/datenanfragen/data',
    sure: 'reported',
  }),
]
