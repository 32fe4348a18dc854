import type { plan as en } from '../en/plan.ts'
import type { Same } from '../words.ts'

/** Warum jede Stelle im Plan dort steht, wo sie steht. Erwachsene und Minderjährige lesen es: weder du noch Sie. */
export const plan: Same<typeof en> = {
  when: {
    first: 'Zuerst',
    now: 'Jetzt',
    'if-silent': 'Wenn keine Antwort kommt oder abgelehnt wird',
    'after-removal': 'Wenn es weg ist',
  },

  why: {
    talk: 'Zuerst kommt ein Mensch zum Reden; was danach geschieht, bleibt offen.',
    hotline: 'Sie wenden sich an die Seite, und ein Name ist nicht nötig.',
    police: 'Die Polizei kann eine Seite zum Handeln bringen, und eine Vertrauensperson darf mitkommen.',
    takeItDown: 'Das gleiche Bild wird auf vielen Seiten zugleich gesperrt, und es bleibt auf dem Gerät.',
    stopncii: '{place} macht mit: Das gleiche Bild wird dort gesperrt, und es bleibt auf dem Gerät.',
    childSafety: 'Die Seite muss es prüfen, und ein Name ist nicht nötig.',
    flagger: 'Seiten müssen ihre Meldungen zuerst behandeln, und sie kann eine schreiben.',
    search: 'Andere finden die Seite über {name}, und die Anfrage kostet nichts.',
    host: 'Die Seite liegt auf ihren Rechnern; sie können sie sperren, wenn der Betreiber schweigt.',
    network: 'Sie stehen vor der Seite und leiten die Meldung an den Hosting-Anbieter weiter.',
    registrar: 'Sie handeln nur, wenn ihre Regeln oder ein Gericht es sagen, also kommen sie spät.',
    archive: 'Das ist eine Kopie, und sie bleibt, wenn die Seite selbst weg ist.',
    archiveLater: 'Im Archiv kann eine Kopie bleiben, wenn die Seite selbst weg ist.',
    outdated: 'Die Suche zeigt vielleicht noch, was schon weg ist; das wird hier gelöscht.',
    court: 'Ein Gericht kann gegenüber allen die Löschung in wenigen Stunden anordnen; die Akte dafür liegt bereit.',
    prosecutor: 'Über die Polizei kann die Staatsanwaltschaft es unzugänglich machen lassen.',
    authority: 'Diese Behörde kann die Seite zum Handeln verpflichten.',
  },

  title: {
    help: 'Reden und Hilfe',
    hotline: 'Melden ohne Namen',
    police: 'Polizei',
    hashes: 'Sperren mit einem Fingerabdruck',
    flagger: 'Eine Organisation schreiben lassen',
    search: 'An die Suchmaschine schreiben',
    outdated: 'Suchergebnisse löschen',
    archive: 'An das Archiv schreiben',
  },

  name: {
    host: 'Die Firma, bei der {host} liegt',
    registrar: 'Der Registrar von {domain}',
    court: 'Präsidentin oder Präsident des Gerichts Erster Instanz, über die anwaltliche Vertretung',
    police: 'Der Prokurator des Königs, über eine Polizeizone nach Wahl',
    localPolice: 'Die örtliche Polizei',
    authority: 'Die Behörde des Landes',
  },

  exposes: {
    nothing: 'Sie erfahren die Adresse, sonst nichts.',
    police: 'Jede Person sagt nur, was sie sagen will.',
    hashes: 'Sie bekommen den Fingerabdruck des Bildes, nie das Bild.',
  },
}
