import type { guides as en } from '../en/guides.ts'
import type { Same } from '../words.ts'

/** Schritt für Schritt durch das Formular einer Seite. Erwachsene und Minderjährige lesen es: weder du noch Sie. */
export const guides: Same<typeof en> = {
  open: 'Diese Seite öffnen: {form}',
  write: 'An diese Adresse schreiben: {email}',
  unknown: 'Auf der Seite nach Kontakt, Impressum oder einem Meldeformular suchen.',
  paste: 'Die Felder ausfüllen. Jede Antwort steht unten bereit. Weglassen, wonach das Formular nicht fragt.',
  attach: 'Keine Datei hinzufügen. Die Antworten genügen.',
  missing: 'Es fehlt noch etwas. Zuerst die Fragen beantworten, oder abschicken, was da ist.',
  send: 'Abschicken. Die Nummer oder die Uhrzeit notieren, die dann erscheint.',
  after: 'Danach hier angeben, dass es abgeschickt ist. Ab dann achten wir auf die Frist.',
  back: 'Hier ist eine Pause möglich. Es geht nichts von selbst ab.',

  fields: {
    option: 'Welche Auswahl passt',
    link: 'Link zum Inhalt',
    links: 'Links zum Inhalt, einer pro Zeile',
    place: 'Woran es zu finden ist',
    explanation: 'Worum es geht, und warum es rechtswidrig ist',
    request: 'Worum gebeten wird',
    statement: 'Erklärung',
    name: 'Name',
    mail: 'E-Mail-Adresse',
    contact: 'Weg für die Antwort',
    signature: 'Unterschrift',
    role: 'Für wen gehandelt wird',
    country: 'Land',
    law: 'Gesetz',
    category: 'Kategorie',
    subject: 'Betreff',
    everything: 'Beschreibung, oder der ganze Brief',
    reference: 'Eigenes Zeichen',
    query: 'Der gesuchte Name',
  },

  options: {
    takeItDown: 'TAKE IT DOWN',
    intimate: 'Intime Bilder ohne Zustimmung',
    illegal: 'Rechtswidrige Inhalte, Europäische Union',
    dsa: 'Gesetz über digitale Dienste (Digital Services Act)',
    underage: 'Die gezeigte Person ist unter 18',
    privacy: 'Privatsphäre',
  },
  noName: 'Den Namen leer lassen. Das Gesetz verlangt hier keinen.',
}
