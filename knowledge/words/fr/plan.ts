import type { plan as en } from '../en/plan.ts'
import type { Same } from '../words.ts'

/** Pourquoi chacun vient à sa place dans le plan. Lu par des adultes et par des mineurs : ni tu ni vous. */
export const plan: Same<typeof en> = {
  when: {
    first: 'D’abord',
    now: 'Maintenant',
    'if-silent': 'Sans réponse, ou en cas de refus',
    'after-removal': 'Quand l’image a disparu',
  },

  why: {
    talk: 'D’abord quelqu’un à qui parler ; la suite se décide après, librement.',
    hotline: 'Ils s’adressent au site, et aucun nom n’est nécessaire.',
    police: 'La police peut faire agir un site, et une personne de confiance peut venir aussi.',
    takeItDown: 'La même image est bloquée sur plusieurs sites à la fois, et elle ne quitte pas l’appareil.',
    stopncii: '{place} participe : la même image y est bloquée, et elle ne quitte pas l’appareil.',
    childSafety: 'Le site doit l’examiner, et aucun nom n’est nécessaire.',
    flagger: 'Les sites doivent traiter ses notifications en premier, et elle peut en écrire une.',
    search: 'On trouve la page grâce à {name}, et la demande est gratuite.',
    host: 'La page se trouve sur leurs machines, et ils peuvent la bloquer si le site se tait.',
    network: 'Ils se trouvent devant le site et transmettent la demande à son hébergeur.',
    registrar: 'Ils n’agissent que si leurs conditions le prévoient ou si un juge l’ordonne : ils viennent donc tard.',
    archive: 'C’est une copie, et elle reste quand la page elle-même a disparu.',
    archiveLater: 'Une copie peut rester dans l’archive quand la page elle-même a disparu.',
    outdated: 'La recherche peut encore montrer ce qui a disparu, et ceci l’efface.',
    court: 'Un juge peut ordonner à tous de retirer l’image en quelques heures ; le dossier est prêt pour le tribunal.',
    prosecutor: 'Par la police, le parquet peut faire rendre l’image inaccessible.',
    authority: 'Cette autorité peut ordonner au site d’agir.',
  },

  title: {
    help: 'Parler et se faire aider',
    hotline: 'Signaler sans donner de nom',
    police: 'Police',
    hashes: 'Bloquer par empreinte',
    flagger: 'Laisser une organisation écrire',
    search: 'Écrire au moteur de recherche',
    outdated: 'Effacer les résultats de recherche',
    archive: 'Écrire à l’archive',
  },

  name: {
    host: 'La société qui héberge {host}',
    registrar: 'Le bureau d’enregistrement de {domain}',
    court: 'La présidence du tribunal de première instance, par une avocate ou un avocat',
    police: 'Le procureur du Roi, par une zone de police au choix',
    localPolice: 'La police locale',
    authority: 'L’autorité du pays',
  },

  exposes: {
    nothing: 'Ils apprennent l’adresse, et rien d’autre.',
    police: 'Chaque personne dit seulement ce qu’elle veut dire.',
    hashes: 'Ils reçoivent l’empreinte de l’image, jamais l’image.',
  },
}
